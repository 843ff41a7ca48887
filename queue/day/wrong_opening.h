#pragma once

#include <queue/day/commands.h>
#include <queue/day/events.h>
#include <queue/state/hall_act.h>
#include <queue/state/state.h>

namespace starqueue::queue {

/// The opening of the present day, if a clock made it that is known to have been ahead: the right date is
/// that of the day before, which ended with it. Null: none, or it is no more to be taken back.
[[nodiscard]] const HallAct* wrongOpening(const State& state, const RightDay& right, Instant now);

/// Makes the day before that opening the present one again: whoever it ended is in the room as before, and
/// whoever came since stays there, with their numbers.
void takeBackOpening(const State& state, const HallAct& opening, const RightDay& right, Events& events);

} // namespace starqueue::queue
