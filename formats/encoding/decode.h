#pragma once

#include <formats/words.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::formats {

/// The encodings of text files that are read.
enum class Encoding : std::uint8_t {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030 ///< and what it contains: GBK (Excel's CSV in China), GB2312
};

consteval auto spelling(Encoding)
{
    return spelled<Encoding>({{Encoding::Utf8, "utf-8"},
                              {Encoding::Utf16Le, "utf-16le"},
                              {Encoding::Utf16Be, "utf-16be"},
                              {Encoding::Gb18030, "gb18030"}});
}

/// A text in UTF-8 without byte order mark, and what it was written in.
struct DecodedText
{
    std::string text;
    Encoding encoding = Encoding::Utf8;
};

/// Decodes `bytes` whole or not at all: nothing is replaced. Without `decided` the encoding is found: by a
/// byte order mark; as UTF-16 by eight ASCII characters at the beginning; else as what it is valid in, UTF-8
/// or GB18030. What is valid GB18030 but looks like UTF-8 with a few bad bytes, like both in one file, or
/// like Big5, isn't guessed. The error names the line of the first bad byte, or that both are possible; it
/// quotes nothing.
[[nodiscard]] tl::expected<DecodedText, std::string> decoded(std::string_view bytes,
                                                             std::optional<Encoding> decided = {});

/// Reads and decodes a file, also a pipe. The error doesn't repeat the file's name.
[[nodiscard]] tl::expected<DecodedText, std::string> readText(const std::filesystem::path& file,
                                                              std::optional<Encoding> decided = {});

} // namespace starqueue::formats
