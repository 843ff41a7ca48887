#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// What a step of this folder needs, whatever its command's words are: asked by decide() and possible().

[[nodiscard]] Decision needCounterToOpen(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToClose(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToPause(const State& state, CounterIx counter);
[[nodiscard]] Decision needCounterToResume(const State& state, CounterIx counter);

} // namespace starqueue::queue
