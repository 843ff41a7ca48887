#pragma once

#include <queue/day/commands.h>
#include <queue/day/events.h>
#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// The day, its rules and messages. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const OpenDay& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CloseDay& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetRules& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const Tick& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PostMessage& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetWallClock& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const DoubtClock& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CalibratePromises& command, Instant now,
                              Events& events);

[[nodiscard]] Decision decide(const State& state, const ResumeRestored& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const UndoHallAct& command, Instant now, Events& events);

void apply(State& state, const HallActUndone& event, Instant at);
void apply(State& state, const MessageChanged& event, Instant at);
void apply(State& state, const RulesSet& event, Instant at);
void apply(State& state, const ClockStepped& event, Instant at);
void apply(State& state, const ClockDoubted& event, Instant at);
void apply(State& state, const DayCorrected& event, Instant at);
void apply(State& state, const HallRestored& event, Instant at);
void apply(State& state, const PromisesCalibrated& event, Instant at);
void apply(State& state, const DayOpened& event, Instant at);
void apply(State& state, const DayClosed& event, Instant at);

} // namespace starqueue::queue
