#pragma once

#include <queue/demand/scenario.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// One part of a simulation, which depends on no other. Confidence intervals come from how batches differ;
/// a batch is what one thread does at a time.
struct Batch
{
    std::uint64_t first = 0; ///< day, or stream of the endless run
    std::uint64_t count = 0; ///< days, or customers to be measured

    friend bool operator==(const Batch&, const Batch&) = default;
};

/// `days` in up to 40 batches: enough for Student's t to be near the normal, few enough for each to hold
/// many customers.
[[nodiscard]] std::vector<Batch> dayBatches(std::uint64_t days);

/// 10 to 30 runs of an endless day, each with a warm-up of its own that takes, where the length allows it,
/// at most a sixth of it.
[[nodiscard]] std::vector<Batch> endlessBatches(const SimulationLength& length);

} // namespace starqueue::queue
