#pragma once

#include <string_view>

namespace starqueue::formats {

/// U+FEFF in UTF-8. Spreadsheets take a CSV file for UTF-8 by it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace starqueue::formats
