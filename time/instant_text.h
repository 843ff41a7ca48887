#pragma once

#include <time/wall_time.h>

#include <optional>
#include <string_view>

namespace starqueue::time {

/// Parses RFC 3339 with any offset, to the millisecond: "2026-11-22T10:24:05+08:00"; empty: invalid, or not
/// of the years that are taken from outside (timestamp.h).
[[nodiscard]] std::optional<WallTime> parseInstant(std::string_view text);

} // namespace starqueue::time
