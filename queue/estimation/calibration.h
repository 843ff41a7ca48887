#pragma once

#include <queue/estimation/forward_runs.h>

#include <vector>

namespace starqueue::queue {

/// What was promised, and what came of it.
struct PromiseOutcome
{
    WaitRange promised;
    Millis waited{0};
};

/// How promises are corrected by what happened to earlier ones, so that the range is right eight times in ten
/// also where the belief is off: first its scale, then its width to either side.
struct Calibration
{
    double scale = 1; ///< times the median
    double lower = 1; ///< times the distance from p10 to p50
    double upper = 1; ///< times the distance from p50 to p90

    [[nodiscard]] WaitRange corrected(const WaitRange& promised) const;

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

/// Learns from promises that were made without correction. `scale` is the one with the least absolute
/// error (a median weighted by the promise); `lower` and `upper` are the factors that leave one in ten
/// outside on either side (split conformal prediction, normalised by the predicted spread). Too few outcomes:
/// no correction.
[[nodiscard]] Calibration calibrate(const std::vector<PromiseOutcome>& outcomes);

/// Fewer outcomes than this teach nothing.
inline constexpr std::size_t kLeastOutcomes = 50;

} // namespace starqueue::queue
