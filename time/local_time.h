#pragma once

#include <time/instant.h>

namespace starqueue::time {

/// What the clock on the hall's wall shows.
struct LocalTime
{
    Date date{};
    Millis sinceMidnight{0}; ///< as shown: not the time that has passed since midnight

    /// The same to the minute begun.
    [[nodiscard]] Minutes minuteOfDay() const { return std::chrono::floor<Minutes>(sinceMidnight); }
};

} // namespace starqueue::time
