#include <queue/service/service.h>

#include <queue/steps/changes.h>

namespace starqueue::queue {

void apply(State& state, const ServiceStarted& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    enter(state, ticket, TicketState::Serving);
    ticket.started = at;
}

void apply(State& state, const ServiceFinished& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    Counter& counter = state.counters.at(event.counter.value);
    ++counter.served;
    counter.servedFor += at - ticket.started;
    counter.helpAsked = false;
    releaseCounter(state, ticket);
    enter(state, ticket, TicketState::Finished);
    noteReference(state, event.ticket, event.reference);
    ticket.ended = at;
}

void apply(State& state, const TicketNoShow& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    enter(state, ticket, TicketState::NoShow);
    ticket.ended = at;
}

void apply(State& state, const TicketParked& event, Instant)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    ticket.parkedAt = event.counter;
    enter(state, ticket, TicketState::Parked);
}

void apply(State& state, const TicketVerified& event, Instant)
{
    if (event.matches)
        return;
    Ticket& ticket = ticketIn(state, event.ticket);
    changeInLine(state, ticket, [&](Ticket& t) {
        t.stars = 0;
        t.keyContact = false;
        t.tier = tierOf(*state.rules, 0, false);
    });
    setCustomer(state, ticket, {}, Claim::None);
}

} // namespace starqueue::queue
