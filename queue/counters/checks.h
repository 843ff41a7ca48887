#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Preconditions that don't depend on a command's arguments; shared by decide() and possible().

[[nodiscard]] Decision needCounterToOpen(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToClose(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToPause(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToResume(const State& state, CounterIx counter);
/// A counter that may be given other services.
[[nodiscard]] Decision needCounterToServe(const State& state, CounterIx counter);

} // namespace starqueue::queue
