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

} // namespace starqueue::time
