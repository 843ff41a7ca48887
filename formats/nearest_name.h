#pragma once

#include <set>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// For "did you mean …?": the name of `known` with the smallest edit distance (Levenshtein) to `written`;
/// empty where `known` is.
[[nodiscard]] std::string nearestName(std::string_view written, const std::set<std::string>& known);

} // namespace starqueue::formats
