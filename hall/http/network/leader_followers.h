#pragma once

#include <sync/mutex.h>

#include <deque>
#include <functional>
#include <optional>
#include <thread>

namespace starqueue::hall::http::network {

/// Decides what each thread of a loop does next: the Leader/Followers pattern.
///
/// One thread at a time leads: it waits for sockets and time, and calls who waited for them. Tasks that may
/// block are done by threads that don't lead; a leader that posts one does it itself, after it has resigned
/// to a follower: so a request that comes alone stays on the thread that took it. Any thread.
class LeaderFollowers
{
public:
    using Task = std::function<void()>;
    enum class Duty { Lead, Work, End };

    /// Accepts tasks from now on.
    void open();
    /// For a thread of the loop: waits until there is something to do.
    [[nodiscard]] Duty next();
    /// next() answers End from now on. Tasks that are left are for drain().
    void end();

    /// False, and nothing taken, before open() and after drain().
    [[nodiscard]] bool put(Task task);
    /// The next task for a thread whose duty is Work.
    [[nodiscard]] std::optional<Task> take();
    /// Does what is left, takes no more. After the threads have ended.
    void drain();

    /// For the leader: whether one of its own calls has posted a task, so that it must call resign().
    [[nodiscard]] bool mustResign();
    /// For the leader: gives up leadership; returns the tasks that this thread must run.
    [[nodiscard]] std::deque<Task> resign();

private:
    [[nodiscard]] std::optional<Task> takeFirst() REQUIRES(m_mutex);

    sync::Mutex m_mutex;
    sync::Condition m_changed;
    std::deque<Task> m_tasks GUARDED_BY(m_mutex);
    std::deque<Task>
        m_leadersTasks GUARDED_BY(m_mutex); ///< apart: a follower that comes by must not take them
    std::optional<std::thread::id> m_leader GUARDED_BY(m_mutex);
    bool m_isOpen GUARDED_BY(m_mutex) = false;
    bool m_isEnded GUARDED_BY(m_mutex) = false;
};

} // namespace starqueue::hall::http::network
