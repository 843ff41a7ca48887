#pragma once

#include <bench/hall_process.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace starqueue::bench {

/// Many displays that follow the hall's events, on one thread, and note when each event could be read.
class Listeners
{
public:
    using Clock = std::chrono::steady_clock;

    /// Follows from now on. Throws std::runtime_error.
    Listeners(const HallProcess& hall, std::size_t count);
    ~Listeners();
    Listeners(const Listeners&) = delete;
    Listeners& operator=(const Listeners&) = delete;

    /// Forgets what was heard; counts events of this name from now on.
    void expect(const std::string& event);
    /// Waits until every listener has had one; when each of them had it. Throws after 5 s.
    [[nodiscard]] std::vector<Clock::time_point> everyoneHeard();

private:
    struct One
    {
        test::HttpPeer peer;
        std::string text; ///< since the last whole event
        Clock::time_point heard{};
    };

    void run(const std::stop_token& stop);
    void read(One& one);

    std::vector<One> m_all;
    std::mutex m_mutex;
    std::condition_variable m_everyone;
    std::string m_expected;
    std::size_t m_heard = 0;
    std::jthread m_thread;
};

} // namespace starqueue::bench
