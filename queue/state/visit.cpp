#include <queue/state/visit.h>

#include <queue/state/state.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

const EarlierCalls& earlierCallsOf(const State& state, TicketId ticket)
{
    static const EarlierCalls kNone;
    const auto found = state.earlierCalls.find(ticket);
    return found == state.earlierCalls.end() ? kNone : found->second;
}

Millis postponedUntil(const State& state, TicketId ticket, Instant end)
{
    const auto found = state.postponements.find(ticket);
    if (found == state.postponements.end())
        return Millis{0};
    return std::max(Millis{0}, Millis{std::min(found->second.until, end) - found->second.since});
}

std::size_t distinct(std::vector<CounterIx> counters)
{
    std::ranges::sort(counters);
    return static_cast<std::size_t>(std::ranges::unique(counters).begin() - counters.begin());
}

/// The call that a service followed; epoch: none yet.
Instant servedCallOf(const EarlierCalls& earlier, const Ticket& ticket)
{
    if (earlier.served != Instant{})
        return earlier.served;
    return ticket.started == Instant{} ? Instant{} : ticket.called;
}

/// The opening or closing of a day may still be taken back.
bool mayTakeDayBack(const State& state, Instant now)
{
    return std::ranges::any_of(state.acts, [now](const HallAct& act) {
        const bool ofDay = act.kind == HallActKind::DayOpened || act.kind == HallActKind::DayClosed;
        return ofDay && now - act.at <= kUndoTime;
    });
}

} // namespace

bool isOver(const State& state, TicketId id, Instant now)
{
    const Ticket* const ticket = state.find(id);
    if (!ticket || ticket->state == TicketState::Unserved)
        return !mayTakeDayBack(state, now);
    if (ticket->state == TicketState::NoShow)
        return !state.dayOpen && !mayTakeDayBack(state, now);
    const bool ended = ticket->state == TicketState::Finished || ticket->state == TicketState::Cancelled;
    return ended && now - ticket->ended > kStepUndoTime;
}

Visit visitOf(const State& state, const Ticket& ticket, Instant now)
{
    const EarlierCalls& earlier = earlierCallsOf(state, ticket.id);
    std::vector<CounterIx> counters = earlier.counters;
    if (ticket.called != Instant{})
        counters.push_back(ticket.counter);
    const Instant served = servedCallOf(earlier, ticket);
    const Instant ended = ticket.ended == Instant{} ? now : ticket.ended;
    const Instant end = served == Instant{} ? ended : served;

    Visit visit;
    visit.served = served != Instant{};
    visit.postponed = postponedUntil(state, ticket.id, end);
    visit.wait = end - ticket.issued - visit.postponed;
    if (const Instant first = earlier.counters.empty() ? ticket.called : earlier.first; first != Instant{})
        visit.toFirst = first - ticket.issued - postponedUntil(state, ticket.id, first);
    visit.calls = counters.size();
    visit.counters = distinct(std::move(counters));
    return visit;
}

} // namespace starqueue::queue
