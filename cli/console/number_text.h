#pragma once

#include <time/instant.h>

#include <string>

namespace starqueue::cli {

/// "12.50" for (12.5, 2).
[[nodiscard]] std::string fixed(double value, int digits);
/// "12.5 %" for 0.125.
[[nodiscard]] std::string percent(double share);

/// "09:00" to "24:00", of a time since midnight.
[[nodiscard]] std::string clockText(Minutes sinceMidnight);

} // namespace starqueue::cli
