#pragma once

#include <queue/counters/commands.h>
#include <queue/counters/events.h>
#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Counters and services open and close. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const OpenCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PauseCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const ResumeCounter& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Handover& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetCounterServices& command, Instant now,
                              Events& events);
[[nodiscard]] Decision decide(const State& state, const AskHelp& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const OpenService& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseService& command, Instant now, Events& events);

void apply(State& state, const CounterOpened& event, Instant at);
void apply(State& state, const CounterClosed& event, Instant at);
void apply(State& state, const CounterPaused& event, Instant at);
void apply(State& state, const CounterResumed& event, Instant at);
void apply(State& state, const CounterHandedOver& event, Instant at);
void apply(State& state, const CounterServicesSet& event, Instant at);
void apply(State& state, const HelpAsked& event, Instant at);
void apply(State& state, const ServiceOpened& event, Instant at);
void apply(State& state, const ServiceClosed& event, Instant at);

} // namespace starqueue::queue
