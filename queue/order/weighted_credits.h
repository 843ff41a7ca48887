#pragma once

#include <queue/state/state.h>

namespace starqueue::queue {

/// Weighted discipline: a ticket of lane `called` is called in turn at `counter`. The competing tiers gain
/// their weights, the called one pays the sum. Call it before the ticket leaves the line.
void updateCredits(State& state, CounterIx counter, const LaneKey& called);

} // namespace starqueue::queue
