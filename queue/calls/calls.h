#pragma once

#include <queue/calls/commands.h>
#include <queue/calls/events.h>
#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Calls and recalls. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const CallNext& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CallNumber& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Recall& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Unpark& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TakeWalkIn& command, Instant now, Events& events);

void apply(State& state, const TicketCalled& event, Instant at);
void apply(State& state, const TicketRecalled& event, Instant at);
void apply(State& state, const TicketUnparked& event, Instant at);
void apply(State& state, const FairnessViolated& event, Instant at);
void apply(State& state, const NumberDoubled& event, Instant at);

} // namespace starqueue::queue
