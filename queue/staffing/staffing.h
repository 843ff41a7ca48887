#pragma once

#include <queue/estimation/hall_snapshot.h>
#include <queue/experience/belief.h>
#include <queue/simulation/simulation.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace starqueue::queue {

/// Asks for the fewest counters in some half-hours, from some state on.
struct StaffingQuestion
{
    std::shared_ptr<const Rules> rules;
    Belief belief;
    Instant from{}; ///< start of the first half-hour; with `now`, its instant
    int halfHours = 0;
    std::optional<HallSnapshot> now{}; ///< the snapshot to start from; empty: an empty hall
    double probability = 0.9;          ///< with which every tier is to keep its target
    std::uint64_t runs = 200;
    std::uint64_t seed = 1;
};

/// The fewest counters by half-hour that keep every tier's target (kTargetShare) with the probability asked
/// for. The figures are measured on other runs than those of the search.
struct StaffingAdvice
{
    bool possible = false;        ///< false: the targets are missed even with every counter open throughout
    std::vector<int> counters;    ///< by half-hour; if impossible: all of them
    double probability = 0;       ///< that every target is kept
    double halfWidth = 0;         ///< of `probability`, at 95 %
    std::vector<double> inTarget; ///< by tier, share of customers
    std::vector<double> expected; ///< customers by half-hour
    std::uint64_t runs = 0;
    bool stopped = false; ///< stopped early: there is no advice
};

/// Searches by simulation with the hall's rules: adds counters where customers wait beyond their targets
/// until the probability is reached, then removes every counter that isn't needed. The same question gives
/// the same advice on any number of threads.
[[nodiscard]] StaffingAdvice adviseStaffing(const StaffingQuestion& question,
                                            const SimulationOptions& options);

/// Evaluates a given plan: counters by half-hour.
[[nodiscard]] StaffingAdvice weighStaffing(const StaffingQuestion& question, const std::vector<int>& counters,
                                           const SimulationOptions& options);

/// `rules` with `counters` counters: missing ones are copies of the first that serves everybody.
[[nodiscard]] Rules withCounters(const Rules& rules, int counters);

} // namespace starqueue::queue
