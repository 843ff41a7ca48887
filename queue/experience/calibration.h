#pragma once

#include <queue/model/wait_range.h>

#include <vector>

namespace starqueue::queue {

/// What was promised, and what came of it.
struct PromiseOutcome
{
    WaitRange promised;
    Millis waited{0};
};

/// Learns from promises that were made without correction. `scale` is the one with the least absolute
/// error (a median weighted by the promise); `lower` and `upper` are the factors that leave one in ten
/// outside on either side (split conformal prediction, normalised by the predicted spread). Too few outcomes:
/// no correction.
[[nodiscard]] Calibration calibrate(const std::vector<PromiseOutcome>& outcomes);

/// Fewer outcomes than this teach nothing.
inline constexpr std::size_t kLeastOutcomes = 50;

} // namespace starqueue::queue
