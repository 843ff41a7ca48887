#pragma once

#include <string>
#include <vector>

namespace starqueue::cli {

/// Lines of cells set in columns, two blanks apart: the first column to the left, the others to the right.
/// Counts characters, with Chinese ones two wide.
[[nodiscard]] std::string setInColumns(const std::vector<std::vector<std::string>>& lines);

} // namespace starqueue::cli
