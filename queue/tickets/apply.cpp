#include <queue/steps/changes.h>
#include <queue/tickets/limits.h>

#include <queue/order/weighted_turns.h>

namespace starqueue::queue {

namespace {

bool inTurn(const Why& why)
{
    return why.rule != WhyRule::OutOfTurn && why.rule != WhyRule::Parked;
}

void callTo(State& state, Ticket& ticket, CounterIx counter, Instant at)
{
    if (ticket.state == TicketState::NoShow)
        ticket.legBegan = at; // nobody waited in between
    enter(state, ticket, TicketState::Called);
    ticket.counter = counter;
    ticket.called = at;
    ticket.started = {};
    ticket.recalls = 0;
    state.counters.at(counter.value).ticket = ticket.id;
}

} // namespace

void apply(State& state, const TicketIssued& event, Instant at)
{
    noteIssued(state, event, at);
    Ticket& ticket = state.tickets.emplace_back(event.ticket);
    ticket.kiosk = placeOfKiosk(state, event.kiosk);
    state.lastTicket = ticket.id;
    if (!isByHand(ticket.number))
        state.lastNumbers.at(ticket.numberedIn.value) = ticket.number;
    ticket.state = TicketState::Cancelled; // not in line before enter() puts it there
    enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketCalled& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    if (state.rules->discipline == Discipline::Weighted && event.why && inTurn(*event.why))
        takeTurn(state, event.counter, laneKeyOf(*state.rules, ticket));
    callTo(state, ticket, event.counter, at);
    ticket.why = event.why;
}

void apply(State& state, const TicketRecalled& event, Instant)
{
    ticketIn(state, event.ticket).recalls = event.recall;
}

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
    ticket.ended = at;
}

void apply(State& state, const TicketNoShow& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    enter(state, ticket, TicketState::NoShow);
    ticket.ended = at;
}

void apply(State& state, const TicketRequeued& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    ticket.recalls = 0;
    ticket.ended = {};
    if (event.callUndone) {
        ticket.called = {};
        ticket.why = nullptr;
    } else {
        ++ticket.requeues;
        ticket.legBegan = at;
    }
    ticket.counted = event.counted;
    enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketParked& event, Instant)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    ticket.parkedAt = event.counter;
    enter(state, ticket, TicketState::Parked);
}

void apply(State& state, const TicketUnparked& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    ticket.parkedAt = kNoCounter;
    ticket.legBegan = at;
    callTo(state, ticket, event.counter, at);
}

void apply(State& state, const TicketTransferred& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    changeInLine(state, ticket, [&](Ticket& t) { t.service = event.service; });
    ticket.legBegan = at;
    ticket.recalls = 0;
    if (ticket.state != TicketState::Waiting)
        enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketCancelled& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    noteCancelled(state, ticket);
    enter(state, ticket, TicketState::Cancelled);
    ticket.parkedAt = kNoCounter;
    ticket.ended = at;
}

void apply(State& state, const TicketUnserved& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    enter(state, ticket, TicketState::Unserved);
    ticket.parkedAt = kNoCounter;
    ticket.ended = at;
}

void apply(State& state, const TicketServedByHand& event, Instant)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    Counter& counter = state.counters.at(event.counter.value);
    ++counter.served;
    counter.servedFor += event.finished - event.started;
    enter(state, ticket, TicketState::Finished);
    ticket.counter = event.counter;
    ticket.called = event.called;
    ticket.started = event.started;
    ticket.ended = event.finished;
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
    setCustomer(state, ticket, {});
}

void apply(State& state, const TicketIdentified& event, Instant)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    changeInLine(state, ticket, [&](Ticket& t) {
        t.stars = event.stars;
        t.keyContact = event.keyContact;
        t.tier = tierOf(*state.rules, event.stars, event.keyContact);
    });
    setCustomer(state, ticket, event.customerRef);
}

void apply(State& state, const StatutoryGranted& event, Instant)
{
    changeInLine(state, ticketIn(state, event.ticket),
                 [&](Ticket& ticket) { ticket.statutory = event.statutory; });
}

} // namespace starqueue::queue
