#pragma once

#include <queue/devices/commands.h>
#include <queue/devices/events.h>
#include <queue/model/decision.h>
#include <queue/model/state.h>

namespace starqueue::queue {

// Things with a plug. What decide() and apply() promise, queue/decide.h says.

[[nodiscard]] Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TestDevice& command, Instant now, Events& events);

void apply(State& state, const DeviceChanged& event, Instant at);
void apply(State& state, const DeviceTestRequested& event, Instant at);

} // namespace starqueue::queue
