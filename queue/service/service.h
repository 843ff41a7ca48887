#pragma once

#include <queue/model/decision.h>
#include <queue/service/commands.h>
#include <queue/service/events.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Service of a called customer. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const StartService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const FinishService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const MarkNoShow& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Park& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Transfer& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Verify& command, Instant now, Events& events);

void apply(State& state, const ServiceStarted& event, Instant at);
void apply(State& state, const ServiceFinished& event, Instant at);
void apply(State& state, const TicketNoShow& event, Instant at);
void apply(State& state, const TicketParked& event, Instant at);
void apply(State& state, const TicketVerified& event, Instant at);

} // namespace starqueue::queue
