#pragma once

#include <time/instant.h>

namespace starqueue::queue {

/// The wait until the call: a range that holds eight times in ten, and the median.
struct WaitRange
{
    Millis p10{0};
    Millis p50{0};
    Millis p90{0};

    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// The correction of promises, learned from the outcomes of earlier ones, so that the range holds eight times
/// in ten even when the forecast is biased: first its scale, then its width on either side.
struct Calibration
{
    double scale = 1; ///< factor of the median
    double lower = 1; ///< factor of the distance from p10 to p50
    double upper = 1; ///< factor of the distance from p50 to p90

    [[nodiscard]] WaitRange corrected(const WaitRange& promised) const;
    /// Inverts the correction; inexact for a p10 that was cut off at 0.
    [[nodiscard]] WaitRange uncorrected(const WaitRange& promised) const;

    friend bool operator==(const Calibration&, const Calibration&) = default;
};

} // namespace starqueue::queue
