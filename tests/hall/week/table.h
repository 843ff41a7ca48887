#pragma once

#include <string>
#include <vector>

namespace starqueue::hall::test {

/// A row's cells, joined by " | ".
[[nodiscard]] std::string rowOf(const std::vector<std::string>& cells);

/// The rows, without the head, of the table below that heading of made-up-week.md; each as by rowOf().
[[nodiscard]] std::vector<std::string> tableBelow(const std::string& heading);

} // namespace starqueue::hall::test
