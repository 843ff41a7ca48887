#pragma once

#include <chrono>

// time/: instants and their text (RFC 3339), dates, and the hall's time zone.
namespace starqueue::time {

/// An instant of the hall's elapsed time, which only grows: what waits, windows and order are decided by. Its
/// origin has no meaning; WallTime (wall_time.h) is what people see.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;
/// A business day of the hall, in the hall's zone.
using Date = std::chrono::year_month_day;

[[nodiscard]] constexpr double inMinutes(Millis span)
{
    return static_cast<double>(span.count()) / 60'000;
}

} // namespace starqueue::time

namespace starqueue {

// Every room of the service uses these types.
using time::Date;
using time::Instant;
using time::Millis;
using time::Minutes;
using time::Seconds;

} // namespace starqueue
