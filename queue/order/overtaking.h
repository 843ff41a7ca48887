#pragma once

#include <queue/rules/bound.h>
#include <queue/state/state.h>

namespace starqueue::queue {

/// β for these two tickets now: the larger of the rules in force since `passed` was issued.
[[nodiscard]] Millis boundSinceIssue(const State& state, CounterIx counter, const Ticket& passed,
                                     const Ticket& called);

} // namespace starqueue::queue
