#include <queue/demand/customer_source.h>

#include <queue/demand/load.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr double kHour = 3'600'000;
constexpr double kMinute = 60'000;

template <class List> std::vector<double> cumulatedShares(const List& list)
{
    std::vector<double> shares;
    double sum = 0;
    for (const auto& each : list)
        shares.push_back(sum += each.share);
    for (double& share : shares)
        share /= sum;
    return shares;
}

std::size_t placeOf(const std::vector<double>& shares, double drawn)
{
    std::size_t place = 0;
    while (place + 1 < shares.size() && drawn >= shares[place])
        ++place;
    return place;
}

Millis rounded(double millis)
{
    return Millis{std::llround(millis)};
}

} // namespace

DrawnCustomers::DrawnCustomers(const Demand& demand, const Rules& rules, Instant opens,
                               std::optional<Millis> lasts, std::uint64_t seed, std::uint64_t stream)
    : m_demand(demand), m_opens(opens), m_lasts(lasts), m_random(seed, stream),
      m_serviceShares(cumulatedShares(demand.services)), m_tierShares(cumulatedShares(demand.tiers))
{
    const double sd = demand.arrivals.dayFactorSd;
    const double variance = std::log1p(sd * sd);
    m_dayFactor = std::exp(m_random.normal() * std::sqrt(variance) - variance / 2);
    const double overall = meanServiceMillis(demand.services);
    for (std::size_t i = 0; i < demand.tiers.size(); ++i) {
        m_stars.push_back(static_cast<std::uint8_t>(rules.tiers.at(i).stars));
        const auto& own = demand.tiers[i].mean;
        const double factor = own ? static_cast<double>(own->count()) / overall : 1;
        for (const ServiceDemand& service : demand.services) {
            // Log-normal of mean m and variation c: σ² = ln(1 + c²), μ = ln m − σ²/2.
            const double mean = static_cast<double>(service.mean.count()) * factor;
            const double spread = std::log1p(service.cv * service.cv);
            m_times.push_back({mean, std::log(mean) - spread / 2, std::sqrt(spread), service.exponential});
        }
    }
}

/// The instant by which the arrival process has accumulated `work` arrivals at the peak's rate.
double DrawnCustomers::passHours(double work)
{
    const std::vector<double>& hourly = m_demand.arrivals.hourly;
    if (hourly.empty())
        return m_at + work;
    double at = m_at;
    while (true) {
        const double hour = std::floor(at / kHour);
        if (m_lasts && hour >= static_cast<double>(hourly.size()))
            return at + kHour; // closed for the day
        const double share = hourly[static_cast<std::size_t>(hour) % hourly.size()];
        const double end = (hour + 1) * kHour;
        if (share > 0 && work <= (end - at) * share)
            return at + work / share;
        work -= (end - at) * share;
        at = end;
    }
}

Millis DrawnCustomers::draw(const ServiceTime& time)
{
    const double drawn = time.exponential ? time.mean * m_random.exponential()
                                          : std::exp(time.mu + time.sigma * m_random.normal());
    return std::max(Millis{1}, rounded(drawn));
}

std::optional<SimulatedCustomer> DrawnCustomers::next()
{
    const double rate = m_demand.arrivals.perMinute * m_dayFactor / kMinute;
    m_at = passHours(m_random.exponential() / rate);
    if (m_lasts && m_at >= static_cast<double>(m_lasts->count()))
        return std::nullopt;
    SimulatedCustomer customer;
    customer.arrives = m_opens + rounded(m_at);
    const std::size_t service = placeOf(m_serviceShares, m_random.uniform());
    const std::size_t tier = placeOf(m_tierShares, m_random.uniform());
    customer.wants = ServiceIx{static_cast<std::uint16_t>(service)};
    customer.stars = m_stars[tier];
    customer.service = draw(m_times[tier * m_demand.services.size() + service]);
    customer.comes = m_random.uniform() >= m_demand.noShowShare;
    customer.approach = customer.comes ? m_demand.services[service].walkUp : m_demand.noShowCost;
    return customer;
}

} // namespace starqueue::queue
