#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace starqueue::formats {

// The lines of a text. LF, CR LF and CR alone end one: Unix, Windows, and the "CSV (Macintosh)" of Excel.

/// How long the line end at the beginning of `text` is; 0: there is none.
[[nodiscard]] std::size_t lineEndAt(std::string_view text);
[[nodiscard]] bool endsALine(std::string_view text);
/// The lines without their ends.
[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);
[[nodiscard]] std::size_t countLines(std::string_view text);

} // namespace starqueue::formats
