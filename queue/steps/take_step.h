#pragma once

#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

// For apply() only.

/// Removes the counter's step from those that may be taken back; empty: it has none.
std::optional<Step> takeStepAt(State& state, CounterIx counter);
/// As well the last one on the floor with this ticket at that instant.
std::optional<Step> takeFloorStep(State& state, TicketId ticket, Instant at);
/// What a call changed in the credits of the weighted discipline is as before; what later calls changed
/// stays.
void takeBackCredits(State& state, const Step& call);

} // namespace starqueue::queue
