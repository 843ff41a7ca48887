#include <queue/calls/calls.h>

#include <queue/order/passes.h>
#include <queue/order/weighted_credits.h>
#include <queue/steps/changes.h>
#include <queue/steps/count_passes.h>
#include <queue/steps/sent_to_clerk.h>

namespace starqueue::queue {

namespace {

void payCredits(State& state, CounterIx counter, const Ticket& ticket)
{
    updateCredits(state, counter, laneKeyOf(*state.rules, ticket));
    if (Step* const step = state.steps.lastOf(counter))
        step->creditsAfter = state.credits;
}

void noteBefore(State& state, const Ticket& ticket, CounterIx counter)
{
    keepEarlierCall(state, ticket);
    const auto sent = state.boundClerks.find(ticket.id);
    state.counters.at(counter.value).before = BeforeCall{
        ticket.state,    ticket.counter, ticket.parkedAt,
        ticket.boundTo,  ticket.first,   ticket.recalls,
        ticket.legBegan, ticket.called,  ticket.started,
        ticket.ended,    ticket.why,     sent == state.boundClerks.end() ? std::string{} : sent->second};
}

void callTo(State& state, Ticket& ticket, CounterIx counter, Instant at)
{
    if (ticket.state == TicketState::NoShow)
        ticket.legBegan = at; // called after a no-show: a new leg without a wait
    setCalled(state, ticket, at);
    enter(state, ticket, TicketState::Called);
    ticket.counter = counter;
    ticket.started = {};
    ticket.ended = {}; // of a no-show
    ticket.recalls = 0;
    ticket.boundTo = kNoCounter;
    sendToClerk(state, ticket, {});
    ticket.first = false;
    state.counters.at(counter.value).ticket = ticket.id;
    state.counters.at(counter.value).recalled = {};
}

} // namespace

void apply(State& state, const TicketCalled& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    const bool chosenByRules = event.why && inTurn(*event.why);
    if (state.rules->discipline == Discipline::Weighted && chosenByRules)
        payCredits(state, event.counter, ticket);
    if (chosenByRules)
        notePasses(state, event.counter, ticket);
    else
        state.counters.at(event.counter.value).passed.clear();
    if (ticket.state != TicketState::Called) // else it has come back from parking just now
        noteBefore(state, ticket, event.counter);
    callTo(state, ticket, event.counter, at);
    ticket.why = event.why;
}

void apply(State& state, const TicketRecalled& event, Instant at)
{
    ticketIn(state, event.ticket).recalls = event.recall;
    state.counters.at(event.counter.value).recalled = at;
}

void apply(State& state, const TicketUnparked& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    noteBefore(state, ticket, event.counter);
    ticket.parkedAt = kNoCounter;
    ticket.legBegan = at;
    callTo(state, ticket, event.counter, at);
}

void apply(State& state, const FairnessViolated&, Instant)
{
    ++state.violations;
}

void apply(State& state, const NumberDoubled&, Instant)
{
    ++state.violations;
}

} // namespace starqueue::queue
