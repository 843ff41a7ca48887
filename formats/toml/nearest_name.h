#pragma once

#include <set>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// The name of `known` that takes the fewest changed letters to reach from `written`; empty: none is known.
[[nodiscard]] std::string nearestName(std::string_view written, const std::set<std::string>& known);

} // namespace starqueue::formats
