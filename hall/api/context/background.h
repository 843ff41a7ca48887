#pragma once

#include <sync/mutex.h>

#include <deque>
#include <functional>
#include <thread>

namespace starqueue::hall {

/// One worker thread for slow work, such as reports, so that it blocks neither the writer nor HTTP. run() may
/// be called from any thread; the destructor drops what is still queued.
class Background
{
public:
    using Work = std::function<void()>;

    Background();
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    void run(Work work);

private:
    void loop(const std::stop_token& stop);

    sync::Mutex m_mutex;
    sync::StoppableCondition m_changed;
    std::deque<Work> m_waiting GUARDED_BY(m_mutex);
    std::jthread m_thread;
};

} // namespace starqueue::hall
