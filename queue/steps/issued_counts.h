#pragma once

#include <queue/model/state.h>

#include <string>

namespace starqueue::queue {

// Keeps State::issued: what the limits on issuing are compared with.

/// `kiosk`: whose minute counts it; empty: no kiosk's.
void noteIssued(State& state, const Ticket& ticket, const std::string& kiosk, Instant at);
/// Before its state says so. A cancelled ticket gives its place back.
void noteCancelled(State& state, const Ticket& ticket);
/// `ticket` is about to get another customer; what it holds is still the one before.
void noteIdentified(State& state, const Ticket& ticket, const Bits128& next);
/// Once rules are in force: counts anew what they limit.
void recountIssued(State& state);

} // namespace starqueue::queue
