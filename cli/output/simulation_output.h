#pragma once

#include <cli/output/played_counters.h>

#include <queue/demand/scenario.h>
#include <queue/simulation/simulation.h>
#include <queue/staffing/estimate_trial.h>

#include <optional>
#include <string>
#include <vector>

namespace starqueue::cli {

/// One scenario and its result.
struct SimulatedVariant
{
    std::string name;
    queue::Scenario scenario;
    queue::SimulationResult result;
    queue::EstimateTrialResult estimates; ///< with --estimates, instead of the result
    /// The recorded result, which lacks who was passed and how busy counters were.
    bool recorded = false;
    std::optional<PlayedCounters> counters{}; ///< of recorded days that were played again
};

/// As text: a block for each variant, or a column for each when there are several. Minutes.
[[nodiscard]] std::string simulationTable(const std::vector<SimulatedVariant>& variants);
/// A row for each variant and tier, with a heading; figures of the whole hall are repeated in each row.
[[nodiscard]] std::string simulationCsv(const std::vector<SimulatedVariant>& variants);
/// One object; an array when there are several. Deterministic: the same scenario and seed give the same
/// bytes.
[[nodiscard]] std::string simulationJson(const std::vector<SimulatedVariant>& variants);

// The accuracy of promises, for customers who found every counter taken. Minutes.
[[nodiscard]] std::string estimatesTable(const std::vector<SimulatedVariant>& variants);
[[nodiscard]] std::string estimatesCsv(const std::vector<SimulatedVariant>& variants);
[[nodiscard]] std::string estimatesJson(const std::vector<SimulatedVariant>& variants);

} // namespace starqueue::cli
