#pragma once

#include <queue/model/wait_range.h>

#include <vector>

namespace starqueue::queue {

/// A promise and the wait that followed.
struct PromiseOutcome
{
    WaitRange promised;
    Millis waited{0};
};

/// Learns the correction from promises that were made without one. `scale` minimises the absolute error (a
/// median weighted by the promise); `lower` and `upper` leave one in ten outside on either side (split
/// conformal prediction, normalised by the predicted spread). No correction below kLeastOutcomes.
[[nodiscard]] Calibration calibrate(const std::vector<PromiseOutcome>& outcomes);

/// With fewer outcomes there is no correction.
inline constexpr std::size_t kLeastOutcomes = 50;

} // namespace starqueue::queue
