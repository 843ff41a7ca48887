#pragma once

#include <queue/day/events.h>
#include <queue/state/state.h>

#include <vector>

namespace starqueue::queue {

// What one business day passes to the next. Private to queue/day.

/// Of a day that is closed: who is at a counter, and whose rating may still come. Of one that is open:
/// everybody in the room. `rules` are those of the next day, with the indices of these.
[[nodiscard]] CarriedOver carriedFrom(const State& state, const Rules& rules, Instant now);
[[nodiscard]] std::vector<LastNumber> lastNumbersOf(const State& state);
/// Makes the day `former` again what it was, with what has become of the rest since.
[[nodiscard]] DayOpened formerDay(const State& former, const State& now);

} // namespace starqueue::queue
