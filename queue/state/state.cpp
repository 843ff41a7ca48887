#include <queue/state/state.h>

#include <queue/state/find_by_id.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace starqueue::queue {

namespace {

bool sameRules(const std::shared_ptr<const Rules>& a, const std::shared_ptr<const Rules>& b)
{
    return a == b || (a && b && *a == *b);
}

auto facts(const State& s)
{
    return std::tie(s.dayOpen, s.date, s.opened, s.clock, s.clockDoubt, s.tickets, s.kiosks, s.line,
                    s.eligibility, s.lastNumbers, s.closedServices, s.issued, s.counters, s.printJobs,
                    s.sessions, s.devices, s.messages, s.openJobs, s.openSessions, s.customers, s.pastRules,
                    s.formerNames, s.floorServices, s.postponements, s.putFirst, s.boundClerks,
                    s.earlierCalls, s.references, s.ratedByPhone, s.explained, s.credits, s.passes,
                    s.restored, s.restoredAfter, s.gaps, s.lastTicket, s.lastPrintJob, s.lastSession);
}

bool hasEnded(const Ticket& ticket)
{
    return ticket.state == TicketState::Finished || ticket.state == TicketState::Cancelled ||
           ticket.state == TicketState::Unserved || ticket.state == TicketState::NoShow;
}

} // namespace

bool operator==(const PastRules& a, const PastRules& b)
{
    return a.until == b.until && sameRules(a.rules, b.rules);
}

const Ticket* State::find(TicketId id) const
{
    return findById(tickets, id);
}

const PrintJob* State::find(PrintJobId id) const
{
    return findById(printJobs, id);
}

const RatingSession* State::find(RatingSessionId id) const
{
    return findById(sessions, id);
}

const Ticket* State::ticketAt(CounterIx counter) const
{
    const TicketId id = counter.value < counters.size() ? counters[counter.value].ticket : TicketId{};
    return id.value == 0 ? nullptr : find(id);
}

bool State::serviceOpen(ServiceIx service) const
{
    return dayOpen && service.value < rules->services.size() && !rules->services[service.value].retired &&
           !closedServices[service.value];
}

const std::string& State::kioskOf(const Ticket& ticket) const
{
    static const std::string kNobodysKiosk;
    return ticket.kiosk == kNoKiosk ? kNobodysKiosk : kiosks.at(ticket.kiosk.value);
}

std::string State::numberOf(const Ticket& ticket) const
{
    if (const FormerService* former = formerNames.serviceOf(ticket.numberedIn, ticket.id))
        return ticketNumber(former->prefix, ticket.number);
    return ticketNumber(*rules, ticket.numberedIn, ticket.number);
}

const Name& State::serviceNameOf(const Ticket& ticket) const
{
    const FormerService* former = formerNames.serviceOf(ticket.service, ticket.id);
    return former ? former->name : rules->services.at(ticket.service.value).name;
}

const Name& State::counterNameOf(const Ticket& ticket) const
{
    const FormerCounter* former = formerNames.counterOf(ticket.counter, ticket.called);
    return former ? former->name : rules->counters.at(ticket.counter.value).name;
}

bool State::isInTheRoom(const Ticket& ticket) const
{
    using enum TicketState;
    if (ticket.state == NoShow)
        return ticket.requeues < rules->maxRequeues;
    return ticket.state == Waiting || ticket.state == Called || ticket.state == Serving ||
           ticket.state == Parked || ticket.state == Postponed;
}

bool operator==(const State& a, const State& b)
{
    return sameRules(a.rules, b.rules) && sameRules(a.nextRules, b.nextRules) &&
           sameHours(a.hours, b.hours) && facts(a) == facts(b);
}

void forgetEnded(State& state)
{
    const auto first = std::ranges::find_if_not(state.tickets, hasEnded);
    state.tickets.erase(state.tickets.begin(), first);
    const TicketId kept = state.tickets.empty() ? TicketId{~0ULL} : state.tickets.front().id;
    state.earlierCalls.erase(state.earlierCalls.begin(), state.earlierCalls.lower_bound(kept));
    rebuildIndex(state);
}

} // namespace starqueue::queue
