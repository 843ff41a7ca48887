#pragma once

#include <string_view>

namespace starqueue::settings {

/// The hall.toml of a new hall, with comments: always open, no limits, five services, tiers of 0 to 7 stars,
/// six counters, of which number 6 is dedicated to five stars.
[[nodiscard]] std::string_view defaultHall();

} // namespace starqueue::settings
