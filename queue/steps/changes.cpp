#include <queue/steps/changes.h>

#include <queue/steps/count_passes.h>
#include <queue/steps/issued_counts.h>

#include <algorithm>
#include <stdexcept>

namespace starqueue::queue {

namespace {

template <class Thing> Thing& needed(const Thing* found, const char* what)
{
    if (!found)
        throw std::out_of_range(what);
    return const_cast<Thing&>(*found); // the caller owns the non-const State
}

/// In these states it is a ticket that the customer has.
bool holdsCustomer(TicketState state)
{
    using enum TicketState;
    return state == Waiting || state == Called || state == Parked || state == Postponed;
}

void noteCustomer(State& state, const Ticket& ticket)
{
    if (isNobody(ticket.customerRef))
        return;
    if (holdsCustomer(ticket.state))
        state.customers.emplace(ticket.customerRef, ticket.id);
    else
        state.customers.erase({ticket.customerRef, ticket.id});
}

} // namespace

Ticket& ticketIn(State& state, TicketId id)
{
    return needed(state.find(id), "an event names a ticket that the day doesn't have");
}

PrintJob& jobIn(State& state, PrintJobId id)
{
    return needed(state.find(id), "an event names a print job that the day doesn't have");
}

RatingSession& sessionIn(State& state, RatingSessionId id)
{
    return needed(state.find(id), "an event names a rating session that the day doesn't have");
}

void enter(State& state, Ticket& ticket, TicketState next)
{
    if (ticket.state == TicketState::Waiting)
        state.line.leave(ticket);
    if (ticket.state == TicketState::Called && next != TicketState::Called) { // it can't be undone any more
        state.counters.at(ticket.counter.value).passed.clear();
        state.counters.at(ticket.counter.value).before.reset();
    }
    const bool hadCall = wasCalled(ticket);
    ticket.state = next;
    if (next == TicketState::Waiting)
        joinLine(state, ticket);
    if (next == TicketState::Finished || next == TicketState::Cancelled)
        state.passes.erase(ticket.id);
    noteCustomer(state, ticket);
    noteAway(state.index, ticket);
    if (wasCalled(ticket) != hadCall)
        noteCall(state.index, {ticket.called, ticket.id}, !hadCall);
}

void setCalled(State& state, Ticket& ticket, Instant called)
{
    if (wasCalled(ticket))
        noteCall(state.index, {ticket.called, ticket.id}, false);
    ticket.called = called;
    if (wasCalled(ticket))
        noteCall(state.index, {ticket.called, ticket.id}, true);
}

void keepEarlierCall(State& state, const Ticket& ticket)
{
    if (ticket.called == Instant{})
        return;
    EarlierCalls& earlier = state.earlierCalls[ticket.id];
    if (earlier.counters.empty())
        earlier.first = ticket.called;
    if (earlier.served == Instant{} && ticket.started != Instant{})
        earlier.served = ticket.called;
    earlier.counters.push_back(ticket.counter);
}

void takeBackEarlierCall(State& state, const Ticket& ticket)
{
    const auto found = state.earlierCalls.find(ticket.id);
    if (ticket.called == Instant{} || found == state.earlierCalls.end())
        return;
    EarlierCalls& earlier = found->second;
    earlier.counters.pop_back();
    if (earlier.served == ticket.called && ticket.started != Instant{})
        earlier.served = {};
    if (earlier.counters.empty())
        state.earlierCalls.erase(found);
}

KioskIx placeOfKiosk(State& state, const std::string& kiosk)
{
    if (kiosk.empty())
        return kNoKiosk;
    const auto known = std::ranges::find(state.kiosks, kiosk);
    const auto place = static_cast<std::uint16_t>(known - state.kiosks.begin());
    if (known == state.kiosks.end())
        state.kiosks.push_back(kiosk);
    return {place};
}

void releaseCounter(State& state, const Ticket& ticket)
{
    if (ticket.counter == kNoCounter)
        return;
    Counter& counter = state.counters.at(ticket.counter.value);
    if (counter.ticket != ticket.id)
        return;
    counter.ticket = {};
    counter.recalled = {};
}

void setCustomer(State& state, Ticket& ticket, const Bits128& customer, Claim claim)
{
    noteIdentified(state, ticket, customer, claim);
    const TicketState now = ticket.state;
    ticket.state = TicketState::Finished; // removes the old customer from State::customers
    noteCustomer(state, ticket);
    ticket.state = now;
    ticket.customerRef = customer;
    ticket.claim = claim;
    noteCustomer(state, ticket);
}

void noteReference(State& state, TicketId ticket, const Reference& reference)
{
    if (!reference.empty())
        state.references[ticket].take(reference);
}

void noteOpen(State& state, CounterIx counter)
{
    const bool open = state.counters.at(counter.value).state == CounterState::Open;
    state.eligibility.setOpen(counter, open);
    state.line.setOpen(counter, open);
}

void rebuildLine(State& state)
{
    state.eligibility.arrange(*state.rules);
    state.line.arrange(state.rules);
    for (std::uint16_t i = 0; i < state.counters.size(); ++i)
        noteOpen(state, {i});
    for (Ticket& ticket : state.tickets) {
        ticket.tier = tierOf(*state.rules, ticket);
        if (ticket.state == TicketState::Waiting)
            joinLine(state, ticket);
    }
}

} // namespace starqueue::queue
