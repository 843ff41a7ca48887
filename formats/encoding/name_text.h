#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// Why `text` can't be a line of text that people write, in words that follow "it": "holds a line break";
/// empty: it can. Refused are what isn't UTF-8, control characters, and line and paragraph separators. Quotes
/// nothing.
[[nodiscard]] std::optional<std::string> lineProblem(std::string_view text);

/// Why `text` can't be a name or another one-line text, in words that follow "it": "holds a line break";
/// empty: it can. Refused is also what no line of text may hold (lineProblem()), marks that turn the
/// direction of writing, and U+FFFD, which stands for text that was lost. Quotes nothing.
[[nodiscard]] std::optional<std::string> nameProblem(std::string_view text);

/// Why `text`, which is a name, can't be an id that people type: two of them must not look alike. In words
/// that follow "it"; empty: it can. Refused are blanks at its ends and two in a row, other blanks than the
/// usual one, what isn't seen, and full-width forms of letters and digits. Quotes nothing.
[[nodiscard]] std::optional<std::string> idProblem(std::string_view text);

/// Whether nothing of it is seen: empty, or blanks of any kind.
[[nodiscard]] bool isBlank(std::string_view text);

/// `text` with what could be taken for another line, or for another order of words, written out as
/// "\u{2028}": for logs. What isn't UTF-8 becomes "\x{ff}", byte by byte.
[[nodiscard]] std::string shownInOneLine(std::string_view text);

/// "U+4DAE"
[[nodiscard]] std::string codePointName(char32_t point);

} // namespace starqueue::formats
