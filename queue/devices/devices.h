#pragma once

#include <queue/devices/commands.h>
#include <queue/devices/events.h>
#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Device states. queue/decide.h documents the contract of decide() and apply().

/// Whether reporting it would change what a technician sees, so that it is journalled.
[[nodiscard]] bool isNews(const State& state, const Device& device);

[[nodiscard]] Decision decide(const State& state, const ReportDevice& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const TestDevice& command, Instant now, Events& events);

void apply(State& state, const DeviceChanged& event, Instant at);
void apply(State& state, const DeviceTestRequested& event, Instant at);

} // namespace starqueue::queue
