#pragma once

#include <queue/day/carried_over.h>
#include <queue/state/state.h>

namespace starqueue::queue {

/// Adds to `carried`, which is the day `former`, whoever has come to the hall since: tickets, sessions, print
/// jobs, counters as they are now, and numbers beyond those of both. Private to queue/day.
void mergeRoom(const State& former, const State& now, CarriedOver& carried);

} // namespace starqueue::queue
