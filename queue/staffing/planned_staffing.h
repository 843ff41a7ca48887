#pragma once

#include <queue/rules/opening.h>
#include <queue/staffing/staffing.h>

#include <optional>
#include <vector>

namespace starqueue::queue {

/// The counters that are planned in the half-hour that begins `from` after midnight: the fewest at any time
/// of it; empty where the plan leaves out some of it.
[[nodiscard]] std::optional<int> plannedIn(const std::vector<PlannedSpan>& plan, Millis from);

/// Weighs the plan, by half-hour of the question; empty: it says nothing of any. Where it says nothing the
/// counters that are open now stay; without a `now` only the time from its first to its last half-hour is
/// weighed, and no counter is open in between.
[[nodiscard]] std::optional<StaffingAdvice> weighPlanned(const StaffingQuestion& question,
                                                         const std::vector<std::optional<int>>& planned,
                                                         const SimulationOptions& options);

} // namespace starqueue::queue
