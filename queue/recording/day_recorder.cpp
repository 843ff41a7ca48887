#include <queue/recording/day_recorder.h>

#include <queue/event_naming.h>

#include <algorithm>
#include <type_traits>

namespace starqueue::queue {

void DayRecorder::see(const Event& event, Instant at, const State& after)
{
    m_rules = after.rules.get();
    m_day.clock = after.clock;
    std::visit(
        [&](const auto& one) {
            if constexpr (kIsStep<std::decay_t<decltype(one)>>)
                keepStep(one.ticket);
            take(one, at, after);
        },
        event);
}

void DayRecorder::rest(Instant at)
{
    while (!m_presentSince.empty())
        go(m_presentSince.begin()->first, at);
}

RecordedDay DayRecorder::finish(Instant now) &&
{
    rest(now);
    for (auto dropped = m_dropped.rbegin(); dropped != m_dropped.rend(); ++dropped)
        m_day.customers.erase(m_day.customers.begin() + static_cast<std::ptrdiff_t>(*dropped));
    std::ranges::stable_sort(m_day.customers, {}, &RecordedCustomer::arrives);
    std::ranges::sort(m_day.presences, {},
                      [](const Presence& presence) { return std::pair(presence.counter, presence.from); });
    return std::move(m_day);
}

void DayRecorder::take(const DayOpened& event, Instant at, const State& after)
{
    m_day.date = event.date;
    nameAll(*after.rules);
    for (std::size_t i = 0; i < after.counters.size(); ++i)
        if (after.counters[i].state == CounterState::Open)
            come({static_cast<std::uint16_t>(i)}, at);
}

void DayRecorder::take(const RulesSet&, Instant, const State& after)
{
    nameAll(*after.rules);
}

void DayRecorder::take(const TicketIssued& event, Instant at, const State& after)
{
    begin(*after.find(event.ticket.id), at);
}

void DayRecorder::take(const TicketCalled& event, Instant at, const State& after)
{
    RecordedCustomer* leg = legOf(event.ticket);
    if (!leg)
        return;
    m_legsBefore.erase(event.ticket);
    if (leg->called) {
        m_legsBefore[event.ticket] = m_legs.at(event.ticket);
        begin(*after.find(event.ticket), at);
        leg = legOf(event.ticket);
    }
    leg->called = at;
    leg->counter = event.counter;
}

void DayRecorder::take(const ServiceStarted& event, Instant at, const State&)
{
    if (RecordedCustomer* const leg = legOf(event.ticket))
        leg->approach = at - *leg->called;
}

void DayRecorder::take(const ServiceFinished& event, Instant at, const State&)
{
    endService(event.ticket, at);
}

void DayRecorder::take(const TicketNoShow& event, Instant at, const State&)
{
    leave(event.ticket, at);
}

void DayRecorder::take(const TicketRequeued& event, Instant at, const State& after)
{
    RecordedCustomer* const leg = legOf(event.ticket);
    const auto before = m_legsBefore.find(event.ticket);
    if (event.callUndone && before != m_legsBefore.end()) {
        dropLeg(event.ticket, before->second);
    } else if (leg && event.callUndone) {
        leg->called.reset();
        leg->counter = kNoCounter;
    } else if (leg) {
        begin(*after.find(event.ticket), at);
    }
}

void DayRecorder::take(const TicketReturned& event, Instant, const State& after)
{
    if (RecordedCustomer* const leg = legOf(event.ticket))
        leg->arrives = after.find(event.ticket)->legBegan;
}

void DayRecorder::take(const TicketParked& event, Instant at, const State&)
{
    endService(event.ticket, at);
}

void DayRecorder::take(const TicketTransferred& event, Instant at, const State& after)
{
    RecordedCustomer* const leg = legOf(event.ticket);
    if (!leg)
        return;
    if (leg->called)
        endService(event.ticket, at);
    else
        leave(event.ticket, at);
    begin(*after.find(event.ticket), at);
}

void DayRecorder::take(const TicketCancelled& event, Instant at, const State&)
{
    leave(event.ticket, at);
}

void DayRecorder::take(const TicketUnserved& event, Instant at, const State&)
{
    leave(event.ticket, at);
}

void DayRecorder::take(const HallActUndone& event, Instant at, const State&)
{
    if (!event.ending)
        return;
    for (const UnservedTicket& one : event.ending->tickets) {
        RecordedCustomer* const leg = legOf(one.ticket);
        if (leg && one.state == TicketState::Waiting)
            leg->left.reset();
    }
    for (const auto& [place, counter] : event.ending->counters)
        if (counter.state == CounterState::Open)
            come(place, at);
}

void DayRecorder::take(const StepUndone& event, Instant, const State&)
{
    const auto before = m_steps.find(event.ticket);
    if (before == m_steps.end())
        return;
    std::size_t& leg = m_legs.at(event.ticket);
    if (leg != before->second.leg)
        m_dropped.insert(leg);
    leg = before->second.leg;
    m_day.customers[leg] = before->second.customer;
    m_steps.erase(before);
}

void DayRecorder::take(const TicketIdentified& event, Instant, const State& after)
{
    describe(*after.find(event.ticket));
}

void DayRecorder::take(const StatutoryGranted& event, Instant, const State& after)
{
    describe(*after.find(event.ticket));
}

void DayRecorder::take(const CounterOpened& event, Instant at, const State&)
{
    come(event.counter, at);
}

void DayRecorder::take(const CounterResumed& event, Instant at, const State&)
{
    come(event.counter, at);
}

void DayRecorder::take(const CounterPaused& event, Instant at, const State&)
{
    go(event.counter, at);
}

void DayRecorder::take(const CounterClosed& event, Instant at, const State&)
{
    go(event.counter, at);
}

/// A rule change keeps the indices and may append some.
void DayRecorder::nameAll(const Rules& rules)
{
    m_day.services.clear();
    for (const ServiceRule& service : rules.services)
        m_day.services.push_back(service.id);
    m_day.counters.clear();
    for (const CounterRule& counter : rules.counters)
        m_day.counters.push_back({counter.id, counter.services});
}

void DayRecorder::begin(const Ticket& ticket, Instant at)
{
    m_legs[ticket.id] = m_day.customers.size();
    RecordedCustomer& leg = m_day.customers.emplace_back();
    leg.arrives = at;
    leg.service = ticket.service;
    describe(ticket);
}

void DayRecorder::describe(const Ticket& ticket)
{
    RecordedCustomer* const leg = legOf(ticket.id);
    if (!leg)
        return;
    const bool counts = ticket.claim != Claim::Duplicate;
    leg->stars = counts ? ticket.stars : 0;
    leg->keyContact = counts && ticket.keyContact;
    leg->statutory = namedLike(*m_rules, ticket.statutory);
}

RecordedCustomer* DayRecorder::legOf(TicketId ticket)
{
    const auto found = m_legs.find(ticket);
    return found == m_legs.end() ? nullptr : &m_day.customers[found->second];
}

void DayRecorder::keepStep(TicketId ticket)
{
    if (const auto leg = m_legs.find(ticket); leg != m_legs.end())
        m_steps[ticket] = {leg->second, m_day.customers[leg->second]};
}

void DayRecorder::dropLeg(TicketId ticket, std::size_t before)
{
    m_dropped.insert(m_legs.at(ticket));
    m_legs[ticket] = before;
    m_legsBefore.erase(ticket);
}

/// Ends a leg without a service. A ticket that was served and is parked has left already.
void DayRecorder::leave(TicketId ticket, Instant at)
{
    RecordedCustomer* const leg = legOf(ticket);
    if (!leg || leg->left)
        return;
    if (!leg->called) {
        leg->left = at;
    } else if (leg->comes && leg->approach == Millis{0} && leg->serves == Millis{0}) {
        leg->approach = at - *leg->called;
        leg->comes = false;
    }
}

void DayRecorder::endService(TicketId ticket, Instant at)
{
    if (RecordedCustomer* const leg = legOf(ticket))
        leg->serves = at - *leg->called - leg->approach;
}

void DayRecorder::come(CounterIx counter, Instant at)
{
    m_presentSince.try_emplace(counter, at);
}

void DayRecorder::go(CounterIx counter, Instant at)
{
    const auto present = m_presentSince.find(counter);
    if (present == m_presentSince.end())
        return;
    if (present->second < at)
        m_day.presences.push_back({counter, present->second, at});
    m_presentSince.erase(present);
}

} // namespace starqueue::queue
