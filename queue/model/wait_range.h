#pragma once

#include <queue/schema/field.h>
#include <time/instant.h>

#include <vector>

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

/// Factors of the width of promises that are made in one half-hour of the day.
struct HalfHourWidth
{
    static constexpr Minutes kLasts{30};

    Minutes from{0}; ///< since midnight
    double lower = 1;
    double upper = 1;

    friend bool operator==(const HalfHourWidth&, const HalfHourWidth&) = default;
};

void describe(auto& a, Of<HalfHourWidth> auto& e)
{
    a.field("from", e.from);
    a.field("lower", e.lower);
    a.field("upper", e.upper);
}

/// The correction by the half-hour in which a promise is made. What is to come differs with the time of day:
/// before a meal of the clerks waits are less certain than after it.
struct DailyCalibration
{
    Calibration overall;                    ///< its scale holds all day
    std::vector<HalfHourWidth> halfHours{}; ///< in order; others have the width of `overall`

    /// At a time since midnight.
    [[nodiscard]] Calibration at(Millis sinceMidnight) const;

    friend bool operator==(const DailyCalibration&, const DailyCalibration&) = default;
};

} // namespace starqueue::queue
