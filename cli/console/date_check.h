#pragma once

#include <string>

namespace starqueue::cli {

/// Checks an option for CLI11: empty for a date such as 2026-11-22, otherwise what is wrong.
[[nodiscard]] std::string isDate(const std::string& text);

} // namespace starqueue::cli
