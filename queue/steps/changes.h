#pragma once

#include <queue/state/state.h>
#include <queue/steps/count_passes.h>

namespace starqueue::queue {

// Shared by the apply() functions. Private to queue/. Each throws std::out_of_range when the event wasn't
// made for this state, which only a damaged journal can cause.

[[nodiscard]] Ticket& ticketIn(State& state, TicketId id);
[[nodiscard]] PrintJob& jobIn(State& state, PrintJobId id);
[[nodiscard]] RatingSession& sessionIn(State& state, RatingSessionId id);

/// Moves the ticket to `next`, and updates the line, the index and the set of identified customers.
void enter(State& state, Ticket& ticket, TicketState next);
/// Before another call of its visit: keeps the last one.
void keepEarlierCall(State& state, const Ticket& ticket);
/// That other call is undone, and the ticket stands as before it.
void takeBackEarlierCall(State& state, const Ticket& ticket);
/// Sets when the ticket was called; {}: that call is undone.
void setCalled(State& state, Ticket& ticket, Instant called);
/// The kiosk's index, added if new; kNoKiosk for an empty name.
[[nodiscard]] KioskIx placeOfKiosk(State& state, const std::string& kiosk);
/// Clears the counter's ticket, if it was this one.
void releaseCounter(State& state, const Ticket& ticket);
/// Applies `change`, which may affect the ticket's place in line.
template <class Change> void changeInLine(State& state, Ticket& ticket, Change change)
{
    const bool waits = ticket.state == TicketState::Waiting;
    if (waits)
        state.line.leave(ticket);
    change(ticket);
    if (waits)
        joinLine(state, ticket);
}
/// Changes the customer of the ticket, all zero: nobody, and what that is worth.
void setCustomer(State& state, Ticket& ticket, const Bits128& customer, Claim claim);
/// Notes what another system calls the visit; each part that `reference` gives takes the place of an earlier
/// one.
void noteReference(State& state, TicketId ticket, const Reference& reference);
/// Call it after a counter was opened, closed, paused or resumed.
void noteOpen(State& state, CounterIx counter);
/// Rebuilds the line from the waiting tickets, under State::rules.
void rebuildLine(State& state);

} // namespace starqueue::queue
