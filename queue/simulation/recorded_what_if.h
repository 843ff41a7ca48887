#pragma once

#include <queue/demand/customer_source.h>
#include <queue/demand/recorded_day.h>
#include <queue/simulation/simulation.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Recorded days as simulated customers, for trying other rules and counters.
struct RecordedDemand
{
    std::vector<std::string> services; ///< of all the days
    std::vector<std::vector<SimulatedCustomer>> days;
    std::uint64_t leftOut = 0; ///< customers never called, whose service times aren't known
};

[[nodiscard]] RecordedDemand demandOf(const std::vector<RecordedDay>& days);

/// `scenario` with the services of `demand`, all of which every counter gives.
[[nodiscard]] Scenario scenarioFor(const RecordedDemand& demand, Scenario scenario);

/// The recorded days as a simulation's result, for comparison: tiers and targets are those of `scenario`.
/// Figures that a record lacks (who was passed, occupancy) are zero.
[[nodiscard]] SimulationResult whatHappened(const std::vector<RecordedDay>& days, const Scenario& scenario);

} // namespace starqueue::queue
