#include <hall/api/request/rate_limit.h>

#include <algorithm>
#include <utility>

namespace starqueue::hall {

namespace {
constexpr std::chrono::milliseconds kAlarmHour = std::chrono::hours(1);
}

Throttle::Throttle(int burst, std::chrono::milliseconds period, Clock clock)
    : m_burst(burst), m_perMilli(burst / static_cast<double>(period.count())), m_clock(std::move(clock))
{}

double Throttle::leftAt(const Bucket& bucket, std::chrono::milliseconds now) const
{
    return std::min(m_burst, bucket.left + m_perMilli * static_cast<double>((now - bucket.at).count()));
}

bool Throttle::allow(const std::string& key, double cost)
{
    const sync::Lock lock(m_mutex);
    const auto now = m_clock();
    if (m_buckets.size() >= m_forgetAt)
        forgetFull(now);
    auto& bucket = m_buckets.try_emplace(key, Bucket{m_burst, now}).first->second;
    bucket = {leftAt(bucket, now), now};
    if (bucket.left < cost)
        return false;
    bucket.left -= cost;
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

HourlyAlarm::HourlyAlarm(int most, Throttle::Clock clock)
    : m_most(static_cast<std::size_t>(most)), m_clock(std::move(clock))
{}

bool HourlyAlarm::isOver(const std::string& key)
{
    if (m_most == 0)
        return false;
    const sync::Lock lock(m_mutex);
    const auto now = m_clock();
    forgetThePast(now);
    Count& count = m_counts[key];
    count.within.push_back(now);
    if (count.within.size() <= m_most)
        return false;
    count.within.pop_front();
    if (count.told && now - *count.told < kAlarmHour)
        return false;
    count.told = now;
    return true;
}

void HourlyAlarm::forgetThePast(std::chrono::milliseconds now)
{
    for (auto& [key, count] : m_counts)
        while (!count.within.empty() && now - count.within.front() >= kAlarmHour)
            count.within.pop_front();
    std::erase_if(m_counts, [](const auto& entry) { return entry.second.within.empty(); });
}

Throttle::Clock steadyClock(const sync::Executor& executor)
{
    return [&executor] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(executor.now().time_since_epoch());
    };
}

} // namespace starqueue::hall
