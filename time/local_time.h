#pragma once

#include <time/instant.h>

namespace starqueue::time {

/// A local time, as a clock on the wall shows it.
struct LocalTime
{
    Date date{};
    Millis sinceMidnight{0}; ///< as shown, not elapsed (differs after a daylight saving change)

    /// Rounded down to the minute.
    [[nodiscard]] Minutes minuteOfDay() const { return std::chrono::floor<Minutes>(sinceMidnight); }
};

} // namespace starqueue::time
