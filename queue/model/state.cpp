#include <queue/model/state.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace starqueue::queue {

namespace {

/// Ids grow by one from the first of the day on; only what was carried over leaves gaps before.
template <class Things> auto findIn(const Things& things, auto id) -> const typename Things::value_type*
{
    using Thing = typename Things::value_type;
    if (things.empty() || id.value > things.back().id.value)
        return nullptr;
    const std::uint64_t fromBack = things.back().id.value - id.value;
    if (fromBack < things.size()) {
        const Thing& guess = things[things.size() - 1 - fromBack];
        if (guess.id == id)
            return &guess;
    }
    const auto found = std::ranges::lower_bound(things, id, {}, &Thing::id);
    return found != things.end() && found->id == id ? &*found : nullptr;
}

bool sameRules(const std::shared_ptr<const Rules>& a, const std::shared_ptr<const Rules>& b)
{
    return a == b || (a && b && *a == *b);
}

auto facts(const State& s)
{
    return std::tie(s.dayOpen, s.date, s.opened, s.tickets, s.kiosks, s.line, s.eligibility, s.lastNumbers,
                    s.closedServices, s.issued, s.counters, s.printJobs, s.sessions, s.devices, s.messages,
                    s.openJobs, s.openSessions, s.customers, s.pastRules, s.turns, s.lastTicket,
                    s.lastPrintJob, s.lastSession);
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
    return findIn(tickets, id);
}

const PrintJob* State::find(PrintJobId id) const
{
    return findIn(printJobs, id);
}

const RatingSession* State::find(RatingSessionId id) const
{
    return findIn(sessions, id);
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
    static const std::string kStaff;
    return ticket.kiosk == kNoKiosk ? kStaff : kiosks.at(ticket.kiosk.value);
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
}

} // namespace starqueue::queue
