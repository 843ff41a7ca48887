#include <queue/experience/experience_builder.h>

#include <queue/order/passes.h>
#include <queue/rules/eligibility.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::chrono::days kRemembered{56};

template <class... Kinds> struct Overloaded : Kinds...
{
    using Kinds::operator()...;
};
template <class... Kinds> Overloaded(Kinds...) -> Overloaded<Kinds...>;

} // namespace

void ExperienceBuilder::apply(const Event& event, Instant at)
{
    learnSettled(at);
    std::visit(Overloaded{
                   [&](const DayOpened& e) { applyDay(e, at); },
                   [&](const ClockStepped& e) { applyClock(e); },
                   [&](const DayCorrected& e) { applyDate(e); },
                   [&](const RulesSet& e) { m_rules = e.rules; },
                   [&](const PromisesCalibrated& e) { m_calibration = e.calibration; },
                   [&](const TicketIssued& e) { applyIssue(e); },
                   [&](const TicketCalled& e) { applyCall(e, at); },
                   [&](const TicketNoShow& e) { applyNoShow(e, at); },
                   [&](const ServiceFinished& e) { leave(e.ticket, e.counter, at); },
                   [&](const TicketParked& e) { leave(e.ticket, e.counter, at); },
                   [&](const TicketTransferred& e) { applyTransfer(e, at); },
                   [&](const TicketRequeued& e) { applyRequeue(e); },
                   [&](const ServiceStarted& e) { beginStep(e.counter, e.ticket, at); },
                   [&](const TicketRecalled& e) { beginStep(e.counter, e.ticket, at); },
                   [&](const StepUndone& e) { undoStep(e); },
                   [&](const CounterOpened& e) {
                       applyClerk(e.counter, e.clerk);
                       applyCounter(e.counter, CounterState::Open, at);
                   },
                   [&](const CounterClosed& e) { applyCounter(e.counter, CounterState::Closed, at); },
                   [&](const CounterPaused& e) { applyCounter(e.counter, CounterState::Paused, at); },
                   [&](const CounterResumed& e) { applyCounter(e.counter, CounterState::Open, at); },
                   [&](const CounterHandedOver& e) { applyClerk(e.counter, e.clerk); },
                   [](const auto&) {},
               },
               event);
}

void ExperienceBuilder::applyRequeue(const TicketRequeued& event)
{
    if (event.callUndone)
        return undoCall(event.ticket);
    if (LearnedTicket* const again = find(event.ticket)) {
        m_beforeFloor[event.ticket] = *again;
        again->isHere = false;
        again->isFirstLeg = false;
    }
}

void ExperienceBuilder::applyTransfer(const TicketTransferred& event, Instant at)
{
    if (event.counter != kNoCounter)
        leave(event.ticket, event.counter, at);
    if (LearnedTicket* const moved = find(event.ticket)) {
        if (event.counter == kNoCounter)
            m_beforeFloor[event.ticket] = *moved;
        moved->service = event.service;
        moved->isFirstLeg = false;
    }
}

void ExperienceBuilder::applyDay(const DayOpened& event, Instant at)
{
    learnAll();
    m_clock = {event.clockAhead};
    m_rules = event.rules;
    m_date = event.date;
    m_tickets.clear();
    m_beforeFloor.clear();
    m_clerks.clear();
    m_counters.clear();
    for (const auto& [counter, carried] : event.carried ? event.carried->counters : std::vector<CounterAt>{})
        applyCounter(counter, carried.state, at);
    for (const auto& [ticket, kiosk] :
         event.carried ? event.carried->tickets : std::vector<CarriedTicket>{}) {
        LearnedTicket carried;
        carried.service = ticket.service;
        carried.issued = ticket.issued;
        carried.called = ticket.called;
        carried.isFirstLeg = false;
        carried.isHere = ticket.state == TicketState::Called || ticket.state == TicketState::Serving;
        m_tickets[ticket.id] = carried;
    }
    const std::chrono::sys_days first = std::chrono::sys_days{event.date} - kRemembered;
    m_experience.forgetBefore(first);
    std::erase_if(m_records, [first](const PromiseRecord& record) { return record.date < Date{first}; });
}

void ExperienceBuilder::applyClerk(CounterIx counter, const std::string& clerk)
{
    if (counter.value >= m_clerks.size())
        m_clerks.resize(counter.value + std::size_t{1});
    m_clerks[counter.value] = clerk;
}

void ExperienceBuilder::applyCounter(CounterIx counter, CounterState to, Instant at)
{
    if (counter.value >= m_counters.size())
        m_counters.resize(counter.value + std::size_t{1}, CounterState::Closed);
    m_counters[counter.value] = to;
    if (!m_rules || counter.value >= m_rules->counters.size())
        return;
    const time::LocalTime local = m_localTime(m_clock.wall(at));
    const auto later = std::chrono::sys_days{local.date} - std::chrono::sys_days{m_date};
    m_experience.counterChanged(m_date, local.sinceMidnight + later, m_rules->counters[counter.value].id, to);
}

bool ExperienceBuilder::findsOpen(ServiceIx service, TierIx tier) const
{
    for (std::uint16_t i = 0; i < std::min(m_counters.size(), m_rules->counters.size()); ++i) {
        if (m_counters[i] == CounterState::Open && closenessAt(*m_rules, CounterIx{i}, service, tier))
            return true;
    }
    return false;
}

void ExperienceBuilder::applyClock(const ClockStepped& event)
{
    learnAll();
    for (PromiseRecord& record : m_records)
        if (record.date == m_date && record.issued >= m_clock.wall(event.since))
            record.issued = record.issued + (event.offset - m_clock.ahead);
    m_clock = {event.offset};
}

void ExperienceBuilder::applyDate(const DayCorrected& event)
{
    learnAll();
    for (PromiseRecord& record : m_records)
        if (record.date == m_date && record.issued >= m_clock.wall(event.since))
            record.date = event.date;
    m_date = event.date;
}

void ExperienceBuilder::applyIssue(const TicketIssued& event)
{
    if (!m_rules)
        return;
    const Ticket& ticket = event.ticket;
    const bool duplicate = ticket.claim == Claim::Duplicate;
    LearnedTicket learned;
    learned.service = ticket.service;
    learned.issued = ticket.issued;
    learned.promise = event.expected.value_or(ticket.promise);
    learned.shown = ticket.promise;
    const time::LocalTime local = m_localTime(m_clock.wall(ticket.issued));
    learned.sinceMidnight = local.sinceMidnight;
    learned.correction = m_calibration.at(local.sinceMidnight);
    const TierIx tier = tierOf(*m_rules, ticket);
    learned.stars = m_rules->tiers.at(tier.value).stars;
    learned.foundOpen = findsOpen(ticket.service, tier);
    m_tickets[ticket.id] = learned;
    m_experience.arrived(local, m_rules->services.at(ticket.service.value).id, duplicate ? 0 : ticket.stars,
                         !duplicate && ticket.keyContact);
}

void ExperienceBuilder::applyCall(const TicketCalled& event, Instant at)
{
    LearnedTicket* called = find(event.ticket);
    if (!called)
        return;
    LastStep& step = beginStep(event.counter, event.ticket, at);
    if (called->isFirstLeg && event.why && inTurn(*event.why) && m_rules)
        compare(*called, event.counter, at, step);
    called->called = at;
    called->isFirstLeg = false;
    called->isHere = true;
}

/// Compares a promise with the wait. Whom a free counter called at once is left out, there being nothing to
/// learn, and so is to whom nothing was promised. Who found no counter open was promised without a
/// correction: it is one of service times, not of openings.
void ExperienceBuilder::compare(const LearnedTicket& learned, CounterIx counter, Instant at, LastStep& step)
{
    const Promise& promise = learned.promise;
    const Millis waited = at - learned.issued;
    if (promise.method == PromiseMethod::Simulation && promise.p90 > Seconds{0} && learned.foundOpen)
        step.lesson =
            [kept = PromiseOutcome{learned.correction.uncorrected({promise.p10, promise.p50, promise.p90}),
                                   waited, learned.sinceMidnight}](Experience& e) { e.kept(kept); };
    if (promise.method == PromiseMethod::Unknown || learned.shown.method == PromiseMethod::Unknown)
        return;
    step.record = PromiseRecord{m_date,
                                m_clock.wall(learned.issued),
                                m_rules->services.at(learned.service.value).id,
                                m_rules->counters.at(counter.value).id,
                                clerkAt(counter),
                                learned.stars,
                                promise,
                                learned.shown,
                                waited};
}

void ExperienceBuilder::leave(TicketId ticket, CounterIx counter, Instant at)
{
    LastStep& step = beginStep(counter, ticket, at);
    LearnedTicket* leaving = find(ticket);
    if (!leaving || !leaving->isHere || !m_rules)
        return;
    leaving->isHere = false;
    step.lesson = [service = m_rules->services.at(leaving->service.value).id, clerk = clerkAt(counter),
                   took = at - leaving->called](Experience& e) { e.served(service, clerk, took); };
}

void ExperienceBuilder::applyNoShow(const TicketNoShow& event, Instant at)
{
    LastStep& step = beginStep(event.counter, event.ticket, at);
    LearnedTicket* missing = find(event.ticket);
    if (!missing || !missing->isHere)
        return;
    missing->isHere = false;
    step.lesson = [gone = at - missing->called](Experience& e) { e.missed(gone); };
}

ExperienceBuilder::LearnedTicket* ExperienceBuilder::find(TicketId ticket)
{
    const auto found = m_tickets.find(ticket);
    return found == m_tickets.end() ? nullptr : &found->second;
}

std::string ExperienceBuilder::clerkAt(CounterIx counter) const
{
    return counter.value < m_clerks.size() ? m_clerks[counter.value] : std::string();
}

} // namespace starqueue::queue
