#pragma once

#include <queue/simulation/run_tally.h>
#include <queue/simulation/simulation.h>

#include <optional>
#include <vector>

namespace starqueue::queue {

/// The figures of a finished batch from which half-widths are computed. Minutes.
struct BatchFigures
{
    struct OfTier
    {
        double mean;
        double p90;
        double p95;
    };
    std::vector<std::optional<OfTier>> tiers; ///< empty: nobody was called
};

[[nodiscard]] BatchFigures figuresOf(const RunTally& batch);

/// `whole` is the sum over all batches; half-widths come from `batches`, the completed ones.
[[nodiscard]] SimulationResult resultOf(const Scenario& scenario, const RunTally& whole,
                                        const std::vector<BatchFigures>& batches);

} // namespace starqueue::queue
