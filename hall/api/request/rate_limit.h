#pragma once

#include <sync/executor.h>
#include <sync/mutex.h>

#include <chrono>
#include <cstddef>
#include <functional>
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

    /// Takes one; false when the bucket is empty.
    [[nodiscard]] bool allow(const std::string& key) EXCLUDES(m_mutex);
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

/// Steady time as `executor` has it, which must outlive the clock.
[[nodiscard]] Throttle::Clock steadyClock(const sync::Executor& executor);

} // namespace starqueue::hall
