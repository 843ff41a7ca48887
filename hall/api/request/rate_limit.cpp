#include <hall/api/request/rate_limit.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

Throttle::Throttle(int burst, std::chrono::milliseconds period, Clock clock)
    : m_burst(burst), m_perMilli(burst / static_cast<double>(period.count())), m_clock(std::move(clock))
{}

bool Throttle::allow(const std::string& key)
{
    const sync::Lock lock(m_mutex);
    const auto now = m_clock();
    auto& bucket = m_buckets.try_emplace(key, Bucket{m_burst, now}).first->second;
    const auto gained = m_perMilli * static_cast<double>((now - bucket.at).count());
    bucket.left = std::min(m_burst, bucket.left + gained);
    bucket.at = now;
    if (bucket.left < 1.0)
        return false;
    bucket.left -= 1.0;
    return true;
}

} // namespace starqueue::hall
