#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Shared by decide() and possible().

/// Nothing that came after the step depends on it.
[[nodiscard]] Decision needUndoable(const State& state, const Step& step);
/// The last step of the counter, if it can be taken back as long as its time isn't over.
[[nodiscard]] tl::expected<const Step*, Refusal> needStepToUndo(const State& state, CounterIx counter);

/// A step that is taken back as ever, by ticket_requeued.
[[nodiscard]] inline bool isCall(const Step& step)
{
    return step.kind == StepKind::Call || step.kind == StepKind::Unpark;
}

/// When a step can't be taken back any more.
[[nodiscard]] inline Instant undoableUntil(const Step& step)
{
    return step.at + kStepUndoTime;
}

/// The step of the counter that can be taken back at `now`; null: none.
[[nodiscard]] const Step* undoableStep(const State& state, CounterIx counter, Instant now);

} // namespace starqueue::queue
