#pragma once

#include <string>

namespace starqueue::cli {

/// Checks an option for CLI11: empty for a text of one line without control characters, otherwise what is
/// wrong.
[[nodiscard]] std::string isName(const std::string& text);

} // namespace starqueue::cli
