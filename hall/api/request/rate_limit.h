#pragma once

#include <sync/executor.h>
#include <sync/mutex.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

namespace starqueue::hall {

/// A rate limit by key: a token bucket of `burst` that refills within `period`. Any thread. Forgets keys
/// whose bucket is full again, so that it holds those of the last period at most.
class Throttle
{
public:
    using Clock = std::function<std::chrono::milliseconds()>;

    Throttle(int burst, std::chrono::milliseconds period, Clock clock);

    /// Takes `cost`, or nothing and says false where less than that is left.
    [[nodiscard]] bool allow(const std::string& key, double cost = 1.0) EXCLUDES(m_mutex);
    /// How many keys it holds.
    [[nodiscard]] std::size_t size() const EXCLUDES(m_mutex);

private:
    struct Bucket
    {
        double left;
        std::chrono::milliseconds at;
    };

    [[nodiscard]] double leftAt(const Bucket& bucket, std::chrono::milliseconds now) const;
    void forgetFull(std::chrono::milliseconds now) REQUIRES(m_mutex);

    const double m_burst;
    const double m_perMilli;
    const Clock m_clock;
    mutable sync::Mutex m_mutex;
    std::size_t m_forgetAt GUARDED_BY(m_mutex) = 1024; ///< keys
    std::unordered_map<std::string, Bucket> m_buckets GUARDED_BY(m_mutex);
};

/// Tells when there is more of something within an hour than usual, by key. Any thread. Forgets keys of which
/// there was none for an hour.
class HourlyAlarm
{
public:
    /// `most` within an hour are usual; 0: any number.
    HourlyAlarm(int most, Throttle::Clock clock);

    /// Counts one more. True: there are too many now, and this wasn't told within the last hour.
    [[nodiscard]] bool isOver(const std::string& key) EXCLUDES(m_mutex);
    [[nodiscard]] std::size_t most() const { return m_most; }

private:
    struct Count
    {
        std::deque<std::chrono::milliseconds> within; ///< the last hour; no more than are needed
        std::optional<std::chrono::milliseconds> told{};
    };

    void forgetThePast(std::chrono::milliseconds now) REQUIRES(m_mutex);

    const std::size_t m_most;
    const Throttle::Clock m_clock;
    sync::Mutex m_mutex;
    std::unordered_map<std::string, Count> m_counts GUARDED_BY(m_mutex);
};

/// Steady time as `executor` has it, which must outlive the clock.
[[nodiscard]] Throttle::Clock steadyClock(const sync::Executor& executor);

} // namespace starqueue::hall
