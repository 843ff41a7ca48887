#pragma once

#include <queue/demand/scenario.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// An independent part of a simulation, run by one thread. Confidence intervals come from the variance
/// between batches (batch means).
struct SimulationBatch
{
    std::uint64_t first = 0; ///< first day, or stream of the endless run
    std::uint64_t count = 0; ///< days, or measured customers

    friend bool operator==(const SimulationBatch&, const SimulationBatch&) = default;
};

/// Divides `days` into up to 40 batches: enough for Student's t to be nearly normal, few enough for each to
/// hold many customers.
[[nodiscard]] std::vector<SimulationBatch> dayBatches(std::uint64_t days);

/// Divides an endless day into 10 to 30 runs, each with its own warm-up, of at most a sixth of the run if the
/// length allows it.
[[nodiscard]] std::vector<SimulationBatch> endlessBatches(const SimulationLength& length);

} // namespace starqueue::queue
