#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// How a Chinese voice says a sign: syllables of pinyin with their tone, and capital letters and digits that
/// are spelled, apart by spaces: "gui4 bin1 shi4", "er4 lou2 3B chuang1 kou3".

/// Whether a voice can say these words.
[[nodiscard]] bool isPinyin(std::string_view words);

/// The words of a sign over a counter, "贵宾室". Nothing when it has a character that isn't a usual one of
/// signs, or one with several readings, or small letters: then somebody must say how it is read.
[[nodiscard]] std::optional<std::string> pinyinOf(std::string_view sign);

} // namespace starqueue::formats
