#pragma once

#include <queue/model/wait_range.h>

#include <vector>

namespace starqueue::queue {

/// A promise and the wait that followed.
struct PromiseOutcome
{
    WaitRange promised;
    Millis waited{0};
    Millis issued{0}; ///< since midnight
};

/// Learns the correction from promises that were made without one. `scale` minimises the absolute error (a
/// median weighted by the promise); `lower` and `upper` leave one in ten outside on either side (split
/// conformal prediction, normalised by the predicted spread). No correction below kLeastOutcomes.
[[nodiscard]] Calibration calibrate(const std::vector<PromiseOutcome>& outcomes);

/// The same, and by half-hour of the issue widths that leave one in ten outside on either side. All outcomes
/// together weigh in each as kPriorOutcomes of its own.
[[nodiscard]] DailyCalibration calibrateByHalfHour(const std::vector<PromiseOutcome>& outcomes);

/// With fewer outcomes there is no correction.
inline constexpr std::size_t kLeastOutcomes = 50;
/// Two weeks of a half-hour outweigh it.
inline constexpr double kPriorOutcomes = 100;

} // namespace starqueue::queue
