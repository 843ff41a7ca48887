#include <queue/staffing/forecast_customers.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

template <class List> std::size_t drawn(const List& list, double uniform)
{
    double sum = 0;
    for (const auto& each : list)
        sum += each.share;
    double left = uniform * sum;
    std::size_t place = 0;
    while (place + 1 < list.size() && left >= list[place].share)
        left -= list[place++].share;
    return place;
}

} // namespace

ForecastCustomers::ForecastCustomers(const Belief& belief, const Rules& rules, Instant from, Instant until,
                                     std::uint64_t seed, std::uint64_t stream)
    : m_belief(belief), m_rules(rules), m_at(from), m_until(until), m_random(seed, stream)
{
    const ArrivalForecast& arrivals = belief.arrivals;
    m_factor = std::max(kLeastArrivalFactor, arrivals.factor + arrivals.factorSd * m_random.normal());
    for (const ServiceDemand& service : belief.demand.services)
        m_times.emplace_back(service, 0, Millis{0});
}

void ForecastCustomers::beginWith(const HallSnapshot& hall)
{
    for (const Lane& lane : hall.line.lanes()) {
        const LaneKey& key = lane.key();
        const TierRule& tier = m_rules.tiers.at(key.tier.value);
        lane.fromOldest([&](const Place& place) {
            SimulatedCustomer customer;
            customer.arrives = place.counted;
            customer.wants = key.service;
            customer.stars = static_cast<std::uint8_t>(tier.stars);
            customer.statutory = groupWith(m_rules, key.tier, key.headStart);
            fill(customer);
            m_waiting.push_back(customer);
            return true;
        });
    }
    std::ranges::stable_sort(m_waiting, {}, &SimulatedCustomer::arrives);
}

std::vector<Instant> ForecastCustomers::takenUntil(const HallSnapshot& hall)
{
    std::vector<Instant> until(m_rules.counters.size(), hall.at);
    for (const CounterSnapshot& counter : hall.counters) {
        if (counter.taken)
            until.at(counter.counter.value) =
                hall.at + m_times[counter.service.value].drawRest(m_random, hall.at - counter.since);
    }
    return until;
}

void ForecastCustomers::fill(SimulatedCustomer& customer)
{
    const Demand& demand = m_belief.demand;
    customer.comes = m_random.uniform() >= demand.noShowShare;
    customer.approach = customer.comes ? Millis{0} : demand.noShowCost;
    customer.service = m_times[customer.wants.value].draw(m_random);
}

Instant ForecastCustomers::nextArrival()
{
    const ArrivalForecast& arrivals = m_belief.arrivals;
    while (m_at < m_until) {
        const auto step = std::chrono::floor<Millis>(m_at - arrivals.from) / arrivals.step;
        const Instant end = std::min(m_until, arrivals.from + arrivals.step * (step + 1));
        const double rate = arrivals.rateAt(m_at) * m_factor / 60'000;
        const double gap = rate > 0 ? m_random.exponential() / rate : 1e18;
        if (gap < static_cast<double>((end - m_at).count()))
            return m_at += Millis{static_cast<std::int64_t>(gap)};
        m_at = end; // memoryless: the next step draws anew
    }
    return Instant::max();
}

std::optional<SimulatedCustomer> ForecastCustomers::next()
{
    if (m_next < m_waiting.size())
        return m_waiting[m_next++];
    const Instant arrives = nextArrival();
    if (arrives == Instant::max())
        return {};
    SimulatedCustomer customer;
    customer.arrives = arrives;
    customer.wants =
        ServiceIx{static_cast<std::uint16_t>(drawn(m_belief.demand.services, m_random.uniform()))};
    const std::size_t tier = drawn(m_belief.demand.tiers, m_random.uniform());
    customer.stars = static_cast<std::uint8_t>(m_rules.tiers.at(tier).stars);
    fill(customer);
    return customer;
}

} // namespace starqueue::queue
