#include <queue/support/played_hall.h>

#include <queue/decide.h>
#include <queue/order/selection.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace starqueue::queue::test {

namespace {

template <class List> std::size_t drawnByShare(const List& list, std::mt19937_64& random)
{
    std::vector<double> shares;
    for (const auto& one : list)
        shares.push_back(one.share);
    return std::discrete_distribution<std::size_t>(shares.begin(), shares.end())(random);
}

} // namespace

PlayedHall::PlayedHall(const State& state, Belief belief, Instant now, std::uint64_t seed)
    : m_start(state), m_belief(std::move(belief)), m_from(now), m_random(seed)
{}

std::vector<double> PlayedHall::waits(ServiceIx service, std::size_t plays)
{
    std::vector<double> waits;
    for (std::size_t i = 0; i < plays; ++i)
        waits.push_back(play(service));
    std::ranges::sort(waits);
    return waits;
}

double PlayedHall::play(ServiceIx service)
{
    begin();
    carryOut(IssueTicket{.service = service});
    const TicketId newcomer = m_state.lastTicket;
    Instant arrival = nextArrival();
    while (m_state.find(newcomer)->state == TicketState::Waiting) {
        const auto soonest = std::ranges::min_element(m_visits, {}, &Visit::ends);
        m_now = std::min(soonest->ends, arrival);
        if (m_now == Instant::max()) {
            ADD_FAILURE() << "nobody would ever call the newcomer";
            break;
        }
        if (m_now == arrival) {
            arrive();
            arrival = nextArrival();
        } else {
            goOn({static_cast<std::uint16_t>(soonest - m_visits.begin())});
        }
    }
    return std::chrono::duration<double, std::ratio<60>>(m_now - m_from).count();
}

void PlayedHall::begin()
{
    m_state = m_start;
    m_now = m_from;
    const ArrivalForecast& arrivals = m_belief.arrivals;
    m_factor = arrivals.factor;
    if (arrivals.factorSd > 0)
        m_factor = std::max(kLeastArrivalFactor,
                            std::normal_distribution{arrivals.factor, arrivals.factorSd}(m_random));
    m_visits.assign(m_state.counters.size(), {});
    for (std::uint16_t i = 0; i < m_visits.size(); ++i) {
        const Ticket* const there = m_state.ticketAt({i});
        if (!there)
            continue;
        do
            m_visits[i] = {there->called + timeOf(there->service)};
        while (m_visits[i].ends <= m_from);
    }
}

void PlayedHall::carryOut(const Command& command)
{
    Events events;
    const Decision decision = decide(m_state, command, m_now, events);
    EXPECT_TRUE(decision) << decision.error().detail;
    for (const Event& event : events)
        apply(m_state, event, m_now);
}

Millis PlayedHall::timeOf(ServiceIx service)
{
    const ServiceDemand& demand = m_belief.demand.services.at(service.value);
    const auto mean = static_cast<double>(demand.mean.count());
    if (demand.exponential)
        return Millis{std::llround(std::exponential_distribution{1 / mean}(m_random))};
    const double variance = std::log1p(demand.cv * demand.cv);
    std::lognormal_distribution time{std::log(mean) - variance / 2, std::sqrt(variance)};
    return Millis{std::llround(time(m_random))} + demand.walkUp;
}

PlayedHall::Visit PlayedHall::newVisit(ServiceIx service)
{
    if (std::bernoulli_distribution{m_belief.demand.noShowShare}(m_random))
        return {m_now + m_belief.demand.noShowCost, false};
    return {m_now + timeOf(service)};
}

/// Thinned from the highest rate of the day.
Instant PlayedHall::nextArrival()
{
    const ArrivalForecast& arrivals = m_belief.arrivals;
    const double most = arrivals.perMinute.empty() ? 0 : std::ranges::max(arrivals.perMinute);
    const Instant last = arrivals.from + arrivals.step * static_cast<int>(arrivals.perMinute.size());
    std::exponential_distribution gap{std::max(1e-9, most * m_factor / 60'000)};
    Instant at = m_now;
    do
        at += Millis{std::llround(std::min(gap(m_random), 1e9))};
    while (at < last && !std::bernoulli_distribution{arrivals.rateAt(at) / most}(m_random));
    return at < last ? at : Instant::max();
}

void PlayedHall::arrive()
{
    const ServiceIx service{static_cast<std::uint16_t>(drawnByShare(m_belief.demand.services, m_random))};
    const std::size_t tier = drawnByShare(m_belief.demand.tiers, m_random);
    carryOut(IssueTicket{.service = service, .stars = m_state.rules->tiers.at(tier).stars});
    for (std::uint16_t i = 0; i < m_visits.size(); ++i)
        if (m_visits[i].ends == Instant::max() && m_state.counters[i].state == CounterState::Open)
            callAt({i});
}

void PlayedHall::goOn(CounterIx counter)
{
    if (m_visits[counter.value].comes)
        carryOut(FinishService{counter, "none"});
    else
        carryOut(MarkNoShow{counter});
    callAt(counter);
}

void PlayedHall::callAt(CounterIx counter)
{
    m_visits[counter.value] = {};
    if (!select(m_state, counter, m_now))
        return;
    carryOut(CallNext{counter});
    m_visits[counter.value] = newVisit(m_state.ticketAt(counter)->service);
    if (m_visits[counter.value].comes)
        carryOut(StartService{counter});
}

} // namespace starqueue::queue::test
