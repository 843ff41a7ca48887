#include <hall/api/request/rate_limit.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

Throttle::Throttle(int burst, std::chrono::milliseconds period, Clock clock)
    : m_burst(burst), m_perMilli(burst / static_cast<double>(period.count())), m_clock(std::move(clock))
{}

double Throttle::leftAt(const Bucket& bucket, std::chrono::milliseconds now) const
{
    return std::min(m_burst, bucket.left + m_perMilli * static_cast<double>((now - bucket.at).count()));
}

bool Throttle::allow(const std::string& key)
{
    const sync::Lock lock(m_mutex);
    const auto now = m_clock();
    if (m_buckets.size() >= m_forgetAt)
        forgetFull(now);
    auto& bucket = m_buckets.try_emplace(key, Bucket{m_burst, now}).first->second;
    bucket = {leftAt(bucket, now), now};
    if (bucket.left < 1.0)
        return false;
    bucket.left -= 1.0;
    return true;
}

void Throttle::forgetFull(std::chrono::milliseconds now)
{
    std::erase_if(m_buckets, [&](const auto& entry) { return leftAt(entry.second, now) >= m_burst; });
    m_forgetAt = std::max(m_forgetAt, 2 * m_buckets.size());
}

std::size_t Throttle::size() const
{
    const sync::Lock lock(m_mutex);
    return m_buckets.size();
}

Throttle::Clock steadyClock(const sync::Executor& executor)
{
    return [&executor] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(executor.now().time_since_epoch());
    };
}

} // namespace starqueue::hall
