#pragma once

#include <queue/instant.h>

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::db {

/// RFC 3339 in UTC with milliseconds: "2026-11-22T02:24:05.123Z".
[[nodiscard]] std::string timestamp(queue::Instant instant);
/// Only what timestamp() writes.
[[nodiscard]] std::optional<queue::Instant> parseTimestamp(std::string_view text);

/// ISO 8601: "2026-11-22".
[[nodiscard]] std::string dateText(queue::Date date);
/// Empty also for dates that don't exist.
[[nodiscard]] std::optional<queue::Date> parseDate(std::string_view text);

} // namespace starqueue::db
