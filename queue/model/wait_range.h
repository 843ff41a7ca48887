#pragma once

#include <time/instant.h>

namespace starqueue::queue {

/// When somebody is called, from now on: right eight times in ten, and the median.
struct WaitRange
{
    Millis p10{0};
    Millis p50{0};
    Millis p90{0};

    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// How promises are corrected by what happened to earlier ones, so that the range is right eight times in ten
/// also where the belief is off: first its scale, then its width to either side.
struct Calibration
{
    double scale = 1; ///< times the median
    double lower = 1; ///< times the distance from p10 to p50
    double upper = 1; ///< times the distance from p50 to p90

    [[nodiscard]] WaitRange corrected(const WaitRange& promised) const;
    /// What was promised before it was corrected; but for a p10 that had reached 0.
    [[nodiscard]] WaitRange uncorrected(const WaitRange& promised) const;

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

} // namespace starqueue::queue
