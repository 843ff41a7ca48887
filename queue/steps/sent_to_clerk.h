#pragma once

#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

/// The first counter that the clerk holds, paused or not; kNoCounter: none.
[[nodiscard]] CounterIx counterHeldBy(const State& state, const std::string& clerk);
/// Sends the ticket to the clerk in place of whomever it was sent to; empty: to nobody, and its binding
/// stays.
void sendToClerk(State& state, const Ticket& ticket, const std::string& clerk);
/// Binds the ticket, if it was sent to a clerk, to the counter that this one holds now, or to none.
void followClerk(State& state, Ticket& ticket);
/// The same for all tickets: call it after a clerk has taken or left a counter.
void followClerks(State& state);

} // namespace starqueue::queue
