#pragma once

#include <queue/events.h>
#include <queue/state/state.h>

namespace starqueue::queue {

/// Notes which acts on the whole hall `event` depends on, before it is applied, and forgets those that can't
/// be taken back any more.
void noteDependence(State& state, const Event& event, Instant at);

} // namespace starqueue::queue
