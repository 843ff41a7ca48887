#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::formats {

/// What a thermal printer has glyphs for.
enum class Repertoire : std::uint8_t {
    Ascii,
    Chinese ///< ASCII and the two-byte characters of GB18030; those of four bytes aren't in printers' fonts
};

/// One UTF-8 character as the printer takes it; empty: it has none such.
[[nodiscard]] std::optional<std::string> encodedFor(Repertoire repertoire, std::string_view character);

/// The code points of a UTF-8 text that the printer can't draw, each once.
[[nodiscard]] std::vector<char32_t> unprintable(std::string_view utf8, Repertoire repertoire);

} // namespace starqueue::formats
