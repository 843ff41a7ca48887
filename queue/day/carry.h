#pragma once

#include <queue/day/events.h>
#include <queue/state/state.h>

#include <vector>

namespace starqueue::queue {

// What one business day passes to the next. Private to queue/day.

/// Collects what the next day takes over. From a closed day: who is at a counter, and whose rating may still
/// come. From an open one: everybody in the room. `rules` are the next day's, with the indices of today's.
[[nodiscard]] CarriedOver carriedFrom(const State& state, const Rules& rules, Instant now);
[[nodiscard]] std::vector<LastNumber> lastNumbersOf(const State& state);
/// Makes the day `former` again what it was, with what has become of the rest since.
[[nodiscard]] DayOpened formerDay(const State& former, const State& now);
/// The same, and whoever came since is of it too, under the rules of now.
[[nodiscard]] DayOpened formerDayWithRoom(const State& former, const State& now);
/// The hall was restored on this day, after a loss that may have opened the next one.
[[nodiscard]] bool isAfterLoss(const State& state);
/// The next day, with `rules`, begins beyond what was restored then, unless a ticket has been given since.
/// Also before the first day.
void goOnBeyondLoss(const State& state, const Rules& rules, CarriedOver& carried);

} // namespace starqueue::queue
