#pragma once

#include <cstddef>
#include <string_view>

namespace starqueue::db {

/// How many characters of `password` aren't in a word, number, date, row of keys or of letters, repetition or
/// surname that everybody in a Chinese hall types: what is left for somebody to guess. `name`, the user's
/// own, is such a word. Letters count as lower case; text that isn't UTF-8 counts by bytes. Any thread; of
/// 1000 characters within 50 ms.
[[nodiscard]] std::size_t othersThanKnownWords(std::string_view password, std::string_view name);

} // namespace starqueue::db
