#include <queue/service/checks.h>

#include <queue/steps/checks.h>

namespace starqueue::queue {

tl::expected<const Ticket*, Refusal> needTicketToStart(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Called)
        return wrongState(state, **ticket, "started", "its service has begun already");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToFinish(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Serving)
        return wrongState(state, **ticket, "finished", "start its service first");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToMarkNoShow(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Called)
        return wrongState(state, **ticket, "a no-show", "its service has begun, finish it");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketInService(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (!ticket)
        return ticket;
    if (const auto day = needOpenDay(state); !day)
        return tl::unexpected(day.error());
    return ticket;
}

} // namespace starqueue::queue
