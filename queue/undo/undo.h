#pragma once

#include <queue/model/decision.h>
#include <queue/model/event_list.h>
#include <queue/state/state.h>
#include <queue/undo/commands.h>
#include <queue/undo/events.h>

namespace starqueue::queue {

[[nodiscard]] Decision decide(const State& state, const UndoStep& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const UndoFloorStep& command, Instant now, Events& events);

void apply(State& state, const StepUndone& event, Instant at);

} // namespace starqueue::queue
