#pragma once

#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

// Keeps State::issued, which the limits on issuing are checked against.

/// `kiosk`: whose rate limit counts it; empty: none.
void noteIssued(State& state, const Ticket& ticket, const std::string& kiosk, Instant at);
/// Call it before the ticket's state changes. A cancelled ticket isn't counted any more.
void noteCancelled(State& state, const Ticket& ticket);
/// That is taken back, and it counts again.
void noteCancelTakenBack(State& state, const Ticket& ticket);
/// Call it before `ticket` gets the customer `next`. Duplicates count for nobody, so that no typing uses up
/// another's tickets.
void noteIdentified(State& state, const Ticket& ticket, const Bits128& next, Claim claim);
/// Recounts after the rules have changed.
void recountIssued(State& state);

} // namespace starqueue::queue
