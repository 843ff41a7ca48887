#include <queue/service/service.h>

#include <queue/rating/events.h>
#include <queue/service/checks.h>
#include <queue/steps/checks.h>
#include <queue/tickets/claims.h>
#include <queue/tickets/events.h>

namespace starqueue::queue {

namespace {

/// The next customer's service ends the last one's rating session.
void endRatings(const State& state, CounterIx counter, Events& events)
{
    for (const RatingSessionId id : state.openSessions) {
        const RatingSession* session = state.find(id);
        if (session && session->counter == counter && isOpen(session->state))
            add(events, RatingExpired{id, counter});
    }
}

RatingSession invitation(const State& state, const Ticket& ticket, CounterIx counter, Instant now)
{
    RatingSession session;
    session.id = {state.lastSession.value + 1};
    session.ticket = ticket.id;
    session.counter = counter;
    session.invited = now;
    session.ends = now + state.rules->ratingWindow;
    return session;
}

} // namespace

Decision decide(const State& state, const StartService& command, Instant, Events& events)
{
    const auto ticket = needTicketToStart(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    endRatings(state, command.counter, events);
    add(events, ServiceStarted{(*ticket)->id, command.counter});
    return {};
}

Decision decide(const State& state, const FinishService& command, Instant now, Events& events)
{
    const auto ticket = needTicketToFinish(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, ServiceFinished{(*ticket)->id, command.counter, command.skipRating});
    if (command.skipRating.empty())
        add(events, RatingInvited{invitation(state, **ticket, command.counter, now)});
    return {};
}

Decision decide(const State& state, const MarkNoShow& command, Instant, Events& events)
{
    const auto ticket = needTicketToMarkNoShow(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, TicketNoShow{(*ticket)->id, command.counter});
    return {};
}

Decision decide(const State& state, const Park& command, Instant, Events& events)
{
    const auto ticket = needTicketInService(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    addReturn(state, **ticket, events);
    add(events, TicketParked{(*ticket)->id, command.counter, command.reason});
    return {};
}

Decision decide(const State& state, const Transfer& command, Instant, Events& events)
{
    const auto ticket = needTicketInService(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (const auto target = needTarget(state, **ticket, command.service); !target)
        return target;
    addReturn(state, **ticket, events);
    add(events, TicketTransferred{(*ticket)->id, (*ticket)->service, command.service, command.counter});
    return {};
}

Decision decide(const State& state, const Verify& command, Instant, Events& events)
{
    const auto ticket = needTicketAt(state, command.counter);
    if (!ticket)
        return tl::unexpected(ticket.error());
    add(events, TicketVerified{(*ticket)->id, command.counter, command.matches});
    if (command.matches)
        addPossession(state, **ticket, command.merge, events);
    return {};
}

} // namespace starqueue::queue
