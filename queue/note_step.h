#pragma once

#include <queue/events.h>
#include <queue/state/state.h>

#include <optional>

namespace starqueue::queue {

/// A step as it begins.
struct StepBegun
{
    StepKind kind;
    CounterIx counter; ///< kNoCounter: on the floor
    TicketId ticket;
};

/// The step whose first event with its ticket is `event`, which isn't applied yet; empty: it begins none.
[[nodiscard]] std::optional<StepBegun> stepBegunBy(const State& state, const Event& event, Instant at);

/// Notes the step that `event` begins, and which of the earlier ones it depends on, before it is applied;
/// forgets those that can't be taken back any more.
void noteStep(State& state, const Event& event, Instant at);

} // namespace starqueue::queue
