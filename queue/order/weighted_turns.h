#pragma once

#include <queue/model/state.h>

namespace starqueue::queue {

/// Under the weighted discipline: somebody of lane `called` is called in turn at `counter`. The tiers that
/// compete for the call gain their weights, the called one pays; see Turns. Before the called one leaves the
/// line.
void takeTurn(State& state, CounterIx counter, const LaneKey& called);

} // namespace starqueue::queue
