#pragma once

#include <queue/counters/events.h>
#include <queue/printing/events.h>
#include <queue/rating/events.h>
#include <queue/state/state.h>

#include <vector>

namespace starqueue::queue {

// What ends with a day, with its rules or with time. Private to queue/day.

/// Of the sessions whose windows are over at `now`.
[[nodiscard]] std::vector<RatingExpired> endsOfPastSessions(const State& state, Instant now);
/// Of the jobs that are open, and not further than `atMost`.
[[nodiscard]] std::vector<PrintJobEnded> endsOfOpenJobs(const State& state, PrintJobState atMost);
/// Of the free counters that `rules` no longer have.
[[nodiscard]] std::vector<CounterClosed> closesOfRetired(const State& state, const Rules& rules);

} // namespace starqueue::queue
