#pragma once

#include <sync/mutex.h>

#include <chrono>
#include <functional>
#include <string>
#include <unordered_map>

namespace starqueue::hall {

/// A rate limit by key: a token bucket of `burst` that refills within `period`. Any thread. Holds at most as
/// many keys as there are tokens.
class Throttle
{
public:
    using Clock = std::function<std::chrono::milliseconds()>;

    Throttle(int burst, std::chrono::milliseconds period, Clock clock);

    /// Takes one; false when the bucket is empty.
    [[nodiscard]] bool allow(const std::string& key);

private:
    struct Bucket
    {
        double left;
        std::chrono::milliseconds at;
    };

    const double m_burst;
    const double m_perMilli;
    const Clock m_clock;
    sync::Mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets GUARDED_BY(m_mutex);
};

} // namespace starqueue::hall
