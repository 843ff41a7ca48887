#pragma once

#include <queue/model/state.h>

namespace starqueue::queue {

// What apply() shares. Not for other rooms. Each throws std::out_of_range when the event wasn't made
// for this state, which only a damaged journal can bring about.

[[nodiscard]] Ticket& ticketIn(State& state, TicketId id);
[[nodiscard]] PrintJob& jobIn(State& state, PrintJobId id);
[[nodiscard]] RatingSession& sessionIn(State& state, RatingSessionId id);

/// Moves the ticket to `next`: joins and leaves the line, the index, and the list of identified customers.
void enter(State& state, Ticket& ticket, TicketState next);
/// When the ticket was called, or {}: that call is undone.
void setCalled(State& state, Ticket& ticket, Instant called);
/// The kiosk's place, which it gets when it is new; none for an empty name.
[[nodiscard]] KioskIx placeOfKiosk(State& state, const std::string& kiosk);
/// The counter has no ticket any more, if it was this one.
void releaseCounter(State& state, const Ticket& ticket);
/// Changes a ticket where its place in line may depend on the change.
template <class Change> void changeInLine(State& state, Ticket& ticket, Change change)
{
    const bool waits = ticket.state == TicketState::Waiting;
    if (waits)
        state.line.leave(ticket);
    change(ticket);
    if (waits)
        state.line.join(ticket);
}
/// Another person, or nobody, stands behind the ticket.
void setCustomer(State& state, Ticket& ticket, const Bits128& customer);
/// After a counter was opened, closed, paused or resumed.
void noteOpen(State& state, CounterIx counter);
/// Builds the line anew from the tickets that wait, under State::rules.
void rebuildLine(State& state);

} // namespace starqueue::queue
