#pragma once

#include <queue/demand/customer_source.h>
#include <queue/demand/recorded_day.h>
#include <queue/simulation/simulation.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// Recorded days as customers whom other rules and counters can be tried on.
struct RecordedDemand
{
    std::vector<std::string> services; ///< of all the days
    std::vector<std::vector<SimulatedCustomer>> days;
    std::uint64_t leftOut = 0; ///< never called: nobody knows how long their service would have taken
};

[[nodiscard]] RecordedDemand demandOf(const std::vector<RecordedDay>& days);

/// `scenario` with the services of `demand`, which all its counters give.
[[nodiscard]] Scenario scenarioFor(const RecordedDemand& demand, Scenario scenario);

/// What really happened on those days, in the terms of a simulation: tiers and targets are those of
/// `scenario`. What a record doesn't tell (who was passed, how busy counters were) is zero.
[[nodiscard]] SimulationResult whatHappened(const std::vector<RecordedDay>& days, const Scenario& scenario);

} // namespace starqueue::queue
