#pragma once

#include <queue/rules/bound.h>
#include <queue/state/state.h>

namespace starqueue::queue {

/// β for these two tickets now: the larger of the rules in force since `passed` was issued.
[[nodiscard]] Millis boundSinceIssue(const State& state, CounterIx counter, const Ticket& passed,
                                     const Ticket& called);

/// The rules with those groups in force that are gone from the settings, but that somebody in the room still
/// has: what largestBound() of them says holds for everybody who is here.
[[nodiscard]] Rules rulesInTheRoom(const State& state);

} // namespace starqueue::queue
