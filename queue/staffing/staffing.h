#pragma once

#include <queue/estimation/hall_now.h>
#include <queue/experience/belief.h>
#include <queue/simulation/simulation.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// For how many half-hours, and from which state, the fewest counters are wanted.
struct StaffingQuestion
{
    std::shared_ptr<const Rules> rules;
    Belief belief;
    Instant from{}; ///< beginning of the first half-hour; with `now`, its time
    int halfHours = 0;
    std::optional<HallNow> now{}; ///< begin with who waits and is served in it; empty: an empty hall
    double probability = 0.9;     ///< with which every tier is to keep its target
    std::uint64_t runs = 200;
    std::uint64_t seed = 1;
};

/// Fewest counters by half-hour that keep every tier's target (kTargetShare within it) with the
/// probability asked for; how good they are was measured on other runs than those that they were sought with.
struct StaffingAdvice
{
    bool possible = false;        ///< false: not even with every counter open throughout
    std::vector<int> counters;    ///< by half-hour; where it isn't possible: all of them
    double probability = 0;       ///< that every target is kept
    double halfWidth = 0;         ///< of that, at 95 %
    std::vector<double> inTarget; ///< by tier, share of customers
    std::vector<double> expected; ///< customers by half-hour
    std::uint64_t runs = 0;
    bool stopped = false; ///< asked to stop: nothing is advised
};

/// Seeks by simulation with the hall's own rules: adds counters where customers wait beyond their targets
/// until the probability is reached, then takes away every one that isn't missed. The same question gives the
/// same advice on any number of threads.
[[nodiscard]] StaffingAdvice adviseStaffing(const StaffingQuestion& question,
                                            const SimulationOptions& options);

/// How good a given plan is: counters by half-hour.
[[nodiscard]] StaffingAdvice weighStaffing(const StaffingQuestion& question, const std::vector<int>& counters,
                                           const SimulationOptions& options);

/// `rules` with so many counters: what is missing is added like the first that serves everybody.
[[nodiscard]] Rules withCounters(const Rules& rules, int counters);

} // namespace starqueue::queue
