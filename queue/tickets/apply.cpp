#include <queue/tickets/tickets.h>

#include <queue/steps/changes.h>
#include <queue/steps/count_passes.h>
#include <queue/steps/issued_counts.h>
#include <queue/steps/number_series.h>
#include <queue/steps/sent_to_clerk.h>
#include <queue/steps/take_step.h>

#include <algorithm>
#include <utility>

namespace starqueue::queue {

namespace {

/// The ticket and its counter stand as before the call, and so do those whom it passed. False: an older
/// program called it, and how it stood isn't known.
bool wentBack(State& state, Ticket& ticket)
{
    if (ticket.counter == kNoCounter)
        return false;
    const CounterIx counter = ticket.counter;
    const auto before = std::exchange(state.counters.at(counter.value).before, {});
    if (!before || state.format < kSinceExactUndo)
        return false;
    takeBackPasses(state, counter);
    ticket.parkedAt = before->parkedAt;
    ticket.boundTo = before->boundTo;
    ticket.first = before->first;
    ticket.recalls = before->recalls;
    ticket.legBegan = before->legBegan;
    ticket.started = before->started;
    ticket.ended = before->ended;
    ticket.why = before->why;
    enter(state, ticket, before->state);
    ticket.counter = before->counter;
    setCalled(state, ticket, before->called);
    takeBackEarlierCall(state, ticket);
    sendToClerk(state, ticket, before->boundClerk);
    followClerk(state, ticket);
    return true;
}

} // namespace

void apply(State& state, const TicketIssued& event, Instant at)
{
    noteIssued(state, event.ticket, event.byStaff ? std::string() : event.kiosk, at);
    Ticket& ticket = state.tickets.emplace_back(event.ticket);
    ticket.kiosk = placeOfKiosk(state, event.kiosk);
    noteTicket(state, ticket);
    noteReference(state, ticket.id, event.reference);
    state.lastTicket = ticket.id;
    if (!isByHand(ticket.number))
        noteNumber(state, ticket.numberedIn, ticket.number);
    ticket.state = TicketState::Cancelled; // not in the line yet: enter() joins it
    enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketRequeued& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    const auto step = event.callUndone ? takeStepAt(state, ticket.counter) : std::nullopt;
    if (step && state.format >= kSinceStepUndo)
        takeBackCredits(state, *step);
    releaseCounter(state, ticket);
    ticket.recalls = 0;
    ticket.ended = {};
    if (event.callUndone && wentBack(state, ticket))
        return;
    if (event.callUndone) {
        setCalled(state, ticket, {});
        ticket.why = nullptr;
        takeBackPasses(state, ticket.counter);
    } else {
        ++ticket.requeues;
        ticket.legBegan = at;
    }
    ticket.counted = event.counted;
    enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketPostponed& event, Instant at)
{
    enter(state, ticketIn(state, event.ticket), TicketState::Postponed);
    state.postponements[event.ticket] = {at, event.until};
}

// The time of the postponement is none of the leg's wait.
void apply(State& state, const TicketReturned& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    const auto postponed = state.postponements.find(event.ticket);
    if (postponed != state.postponements.end()) {
        ticket.legBegan += at - postponed->second.since;
        postponed->second.until = std::min(postponed->second.until, at);
    }
    enter(state, ticket, TicketState::Waiting);
}

void apply(State& state, const TicketTransferred& event, Instant at)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    releaseCounter(state, ticket);
    changeInLine(state, ticket, [&](Ticket& t) {
        t.service = event.service;
        t.boundTo = event.to;
        t.first = event.first;
    });
    sendToClerk(state, ticket, event.toClerk);
    if (event.first)
        state.putFirst[ticket.id] = {event.clerk, event.reason};
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
    keepEarlierCall(state, ticket);
    setCalled(state, ticket, event.called);
    enter(state, ticket, TicketState::Finished);
    ticket.counter = event.counter;
    ticket.started = event.started;
    ticket.ended = event.finished;
}

void apply(State& state, const TicketIdentified& event, Instant)
{
    Ticket& ticket = ticketIn(state, event.ticket);
    setCustomer(state, ticket, event.customerRef, event.claim);
    changeInLine(state, ticket, [&](Ticket& t) {
        t.stars = event.stars;
        t.keyContact = event.keyContact;
        t.tier = tierOf(*state.rules, t);
    });
}

void apply(State& state, const StatutoryGranted& event, Instant)
{
    changeInLine(state, ticketIn(state, event.ticket),
                 [&](Ticket& ticket) { ticket.statutory = event.statutory; });
}

} // namespace starqueue::queue
