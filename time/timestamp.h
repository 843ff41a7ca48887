#pragma once

#include <time/wall_time.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::time {

/// Formats as RFC 3339 in UTC with milliseconds: "2026-11-22T02:24:05.123Z".
[[nodiscard]] std::string timestamp(WallTime at);
/// Parses only the format of timestamp().
[[nodiscard]] std::optional<WallTime> parseTimestamp(std::string_view text);

/// The same format for an instant of elapsed time, for the journal alone: nobody is shown it.
[[nodiscard]] std::string elapsedText(Instant at);
[[nodiscard]] std::optional<Instant> parseElapsed(std::string_view text);

/// ISO 8601: "2026-11-22".
[[nodiscard]] std::string dateText(Date date);
/// Parses a date; empty also for dates that don't exist.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);

/// Whether the text of `at` can be read again: its year has four digits.
[[nodiscard]] bool isReadable(WallTime at);
[[nodiscard]] bool isReadable(Date date);

// What people and files outside may name. Wide enough for every hall and every age of its records, and so far
// within what can be written that a day's hours, a zone's offset or a range's end never leave that.
constexpr std::chrono::year kFirstYear{1970};
constexpr std::chrono::year kEndOfYears{2100}; ///< not any more
/// "from 1970 to 2099", for refusals.
constexpr std::string_view kYearsTaken = "from 1970 to 2099";

/// As parseDate(), for what comes from outside; empty also outside of kFirstYear to kEndOfYears.
[[nodiscard]] std::optional<Date> parseGivenDate(std::string_view text);

} // namespace starqueue::time
