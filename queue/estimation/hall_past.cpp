#include <queue/estimation/hall_past.h>

namespace starqueue::queue {

namespace {

constexpr std::chrono::days kRemembered{56};

bool inTurn(const TicketCalled& call)
{
    return call.why && call.why->rule != WhyRule::OutOfTurn && call.why->rule != WhyRule::Parked;
}

template <class... Kinds> struct Overloaded : Kinds...
{
    using Kinds::operator()...;
};
template <class... Kinds> Overloaded(Kinds...) -> Overloaded<Kinds...>;

} // namespace

void HallPast::take(const Event& event, Instant at)
{
    const auto name = [this](CounterIx counter, const std::string& clerk) {
        if (counter.value >= m_clerks.size())
            m_clerks.resize(counter.value + std::size_t{1});
        m_clerks[counter.value] = clerk;
    };
    std::visit(Overloaded{
                   [&](const DayOpened& e) { takeDay(e, at); },
                   [&](const RulesSet& e) { m_rules = e.rules; },
                   [&](const PromisesCalibrated& e) { m_calibration = e.calibration; },
                   [&](const TicketIssued& e) { takeIssue(e.ticket); },
                   [&](const TicketCalled& e) { takeCall(e, at); },
                   [&](const TicketNoShow& e) { takeNoShow(e, at); },
                   [&](const ServiceFinished& e) { leave(e.ticket, e.counter, at); },
                   [&](const TicketParked& e) { leave(e.ticket, e.counter, at); },
                   [&](const TicketTransferred& e) {
                       leave(e.ticket, e.counter, at);
                       if (Visit* moved = visit(e.ticket)) {
                           moved->service = e.service;
                           moved->firstLeg = false;
                       }
                   },
                   [&](const TicketRequeued& e) {
                       if (Visit* again = visit(e.ticket)) {
                           again->here = false;
                           again->firstLeg = false;
                       }
                   },
                   [&](const CounterOpened& e) { name(e.counter, e.clerk); },
                   [&](const CounterHandedOver& e) { name(e.counter, e.clerk); },
                   [](const auto&) {},
               },
               event);
}

void HallPast::takeDay(const DayOpened& event, Instant)
{
    m_rules = event.rules;
    m_visits.clear();
    m_clerks.clear();
    for (const Ticket& ticket : event.carried ? event.carried->tickets : std::vector<Ticket>{})
        m_visits[ticket.id] = {ticket.service,
                               ticket.issued,
                               ticket.called,
                               {},
                               false,
                               false,
                               ticket.state == TicketState::Called || ticket.state == TicketState::Serving};
    m_experience.forgetBefore(std::chrono::sys_days{event.date} - kRemembered);
}

void HallPast::takeIssue(const Ticket& ticket)
{
    if (!m_rules)
        return;
    Visit visit{ticket.service, ticket.issued, {}, {}, false, true, false};
    // Whom a free counter would call at once was promised nothing that could be wrong.
    visit.wasSimulated =
        ticket.promise.method == PromiseMethod::Simulation && ticket.promise.p90 > Seconds{0};
    if (visit.wasSimulated)
        visit.promised =
            m_calibration.uncorrected({ticket.promise.p10, ticket.promise.p50, ticket.promise.p90});
    m_visits[ticket.id] = visit;
    m_experience.arrived(m_localTime(ticket.issued), m_rules->services.at(ticket.service.value).id,
                         ticket.stars, ticket.keyContact);
}

void HallPast::takeCall(const TicketCalled& event, Instant at)
{
    Visit* called = visit(event.ticket);
    if (!called)
        return;
    if (called->wasSimulated && called->firstLeg && inTurn(event))
        m_experience.kept({called->promised, at - called->issued});
    called->called = at;
    called->firstLeg = false;
    called->here = true;
}

void HallPast::leave(TicketId ticket, CounterIx counter, Instant at)
{
    Visit* leaving = visit(ticket);
    if (!leaving || !leaving->here || !m_rules)
        return;
    leaving->here = false;
    m_experience.served(m_rules->services.at(leaving->service.value).id, clerkAt(counter),
                        at - leaving->called);
}

void HallPast::takeNoShow(const TicketNoShow& event, Instant at)
{
    Visit* missing = visit(event.ticket);
    if (!missing || !missing->here)
        return;
    missing->here = false;
    m_experience.missed(at - missing->called);
}

HallPast::Visit* HallPast::visit(TicketId ticket)
{
    const auto found = m_visits.find(ticket);
    return found == m_visits.end() ? nullptr : &found->second;
}

std::string HallPast::clerkAt(CounterIx counter) const
{
    return counter.value < m_clerks.size() ? m_clerks[counter.value] : std::string();
}

} // namespace starqueue::queue
