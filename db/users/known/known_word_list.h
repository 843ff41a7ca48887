#pragma once

#include <string_view>

namespace starqueue::db {

/// The text of known_words.txt: words between spaces and line ends; a line that begins with "# " is a
/// comment. Private to db/.
[[nodiscard]] std::string_view knownWordList();

} // namespace starqueue::db
