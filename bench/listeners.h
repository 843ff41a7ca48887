#pragma once

#include <bench/hall_process.h>

#include <sync/mutex.h>

#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace starqueue::bench {

/// Many clients of the hall's event stream, on one thread; they note when each event was readable.
class Listeners
{
public:
    using Clock = std::chrono::steady_clock;

    /// Subscribes to the events from now on. Throws std::runtime_error.
    Listeners(const HallProcess& hall, std::size_t count);
    ~Listeners();
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    /// Forgets earlier events; counts events of this name from now on.
    void expect(const std::string& event);
    /// Waits until every listener has received one; returns when each did. Throws after 5 s.
    [[nodiscard]] std::vector<Clock::time_point> everyoneHeard();

private:
    struct One
    {
        std::string text; ///< since the last whole event
        Clock::time_point heard{};
    };

    void run(const std::stop_token& stop);
    void read(std::size_t place);
    void take(One& one, std::string_view text, Clock::time_point now) REQUIRES(m_mutex);

    std::vector<test::HttpPeer> m_peers;
    sync::Mutex m_mutex;
    sync::Condition m_everyone;
    std::vector<One> m_all GUARDED_BY(m_mutex); ///< in the order of m_peers
    std::string m_expected GUARDED_BY(m_mutex);
    std::size_t m_heard GUARDED_BY(m_mutex) = 0;
    std::jthread m_thread;
};

} // namespace starqueue::bench
