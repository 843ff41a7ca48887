#pragma once

#include <queue/simulation/run_tally.h>
#include <queue/simulation/simulation.h>

#include <optional>
#include <vector>

namespace starqueue::queue {

/// What half-widths need to know of a batch that is done, while its counts go into the sum. Minutes.
struct BatchFigures
{
    struct OfTier
    {
        double mean;
        double p90;
        double p95;
    };
    std::vector<std::optional<OfTier>> tiers; ///< empty where nobody was called
};

[[nodiscard]] BatchFigures figuresOf(const RunTally& batch);

/// `whole` is what all batches counted; half-widths come from `batches`, those that were run to their end.
[[nodiscard]] SimulationResult resultOf(const Scenario& scenario, const RunTally& whole,
                                        const std::vector<BatchFigures>& batches);

} // namespace starqueue::queue
