#pragma once

#include <queue/demand/scenario.h>
#include <queue/simulation/simulation.h>
#include <queue/staffing/estimate_trial.h>

#include <string>
#include <vector>

namespace starqueue::cli {

/// One scenario and what came of it.
struct SimulatedVariant
{
    std::string name;
    queue::Scenario scenario;
    queue::SimulationResult result;
    queue::EstimateTrialResult estimates; ///< instead of the result, with --estimates
    /// What really happened: nobody knows who was passed, or how busy counters were.
    bool recorded = false;
};

/// For people: a block for each variant, or side by side by tier when there are several. Minutes.
[[nodiscard]] std::string simulationTable(const std::vector<SimulatedVariant>& variants);
/// A row for each variant and tier, with a heading; what holds for the whole hall stands in each of its rows.
[[nodiscard]] std::string simulationCsv(const std::vector<SimulatedVariant>& variants);
/// One object; a list of them when there are several. The same scenario and seed: the same bytes.
[[nodiscard]] std::string simulationJson(const std::vector<SimulatedVariant>& variants);

// How good promises were: of customers who found every counter taken, minutes.
[[nodiscard]] std::string estimatesTable(const std::vector<SimulatedVariant>& variants);
[[nodiscard]] std::string estimatesCsv(const std::vector<SimulatedVariant>& variants);
[[nodiscard]] std::string estimatesJson(const std::vector<SimulatedVariant>& variants);

} // namespace starqueue::cli
