#pragma once

#include <string>
#include <vector>

namespace starqueue::cli {

/// Formats cells as a table with columns two blanks apart, the first left-aligned, the others right-aligned.
/// Chinese characters count as two columns wide.
[[nodiscard]] std::string setInColumns(const std::vector<std::vector<std::string>>& lines);

} // namespace starqueue::cli
