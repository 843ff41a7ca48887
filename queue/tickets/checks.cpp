#include <queue/tickets/checks.h>

#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

using enum TicketState;

bool isOneOf(TicketState state, std::initializer_list<TicketState> states)
{
    return std::ranges::find(states, state) != states.end();
}

} // namespace

tl::expected<const Ticket*, Refusal> needTicketToCancel(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (ticket && !isOneOf((*ticket)->state, {Waiting, Parked, NoShow, Called, Postponed}))
        return wrongState(state, **ticket, "cancelled", "its service has begun or it has ended");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToRequeue(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (!ticket)
        return ticket;
    if (const auto day = needOpenDay(state); !day)
        return tl::unexpected(day.error());
    if ((*ticket)->state == Postponed)
        return ticket;
    if ((*ticket)->state != NoShow)
        return wrongState(state, **ticket, "put back in line", "only after a no-show");
    if ((*ticket)->requeues >= state.rules->maxRequeues)
        return refuse(RefusalCode::LimitReached, "no_show",
                      "Ticket " + numberOf(state, **ticket) + " was put back in line " +
                          std::to_string((*ticket)->requeues) +
                          " times, no more is allowed: issue a new one.");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToPostpone(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (!ticket)
        return ticket;
    if (const auto day = needOpenDay(state); !day)
        return tl::unexpected(day.error());
    if ((*ticket)->state != Waiting)
        return wrongState(state, **ticket, "postponed", "only who waits can");
    if (state.rules->postponeFor == Minutes{0})
        return refuse(RefusalCode::LimitReached, "waiting", "This hall postpones no calls.");
    if (state.postponements.contains(id))
        return refuse(RefusalCode::LimitReached, "waiting",
                      "Ticket " + numberOf(state, **ticket) +
                          " was postponed once, more isn't possible: it stays in line.");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToMove(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (ticket && (*ticket)->state != Waiting)
        return wrongState(state, **ticket, "moved", "only who waits can");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToPrioritize(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (ticket && !isOneOf((*ticket)->state, {Waiting, Parked, NoShow, Postponed}))
        return wrongState(state, **ticket, "given priority", "it has been called or has ended");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToIdentify(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (ticket && !isOneOf((*ticket)->state, {Waiting, Called, Serving, Parked, NoShow, Postponed}))
        return wrongState(state, **ticket, "identified", "its visit has ended");
    return ticket;
}

} // namespace starqueue::queue
