#pragma once

#include <chrono>

namespace starqueue::time {

/// A moment of the hall's journal clock, UTC. Only ever grows (the writer sees to it).
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Millis = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Minutes = std::chrono::minutes;
/// A business day of the hall, in the hall's zone.
using Date = std::chrono::year_month_day;

} // namespace starqueue::time

namespace starqueue {

// Every room of the service speaks of time in these words.
using time::Date;
using time::Instant;
using time::Millis;
using time::Minutes;
using time::Seconds;

} // namespace starqueue
