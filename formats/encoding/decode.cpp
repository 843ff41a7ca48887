#include <formats/encoding/decode.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/likelihood.h>
#include <formats/encoding/lines.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace starqueue::formats {

namespace {

using Decoded = tl::expected<DecodedText, std::string>;

constexpr std::size_t kUnitsLookedAt = 8;

std::string_view markOf(Encoding encoding)
{
    using namespace std::string_view_literals;
    switch (encoding) {
    case Encoding::Utf8:
        return "\xEF\xBB\xBF"sv;
    case Encoding::Utf16Le:
        return "\xFF\xFE"sv;
    case Encoding::Utf16Be:
        return "\xFE\xFF"sv;
    case Encoding::Gb18030:
        return "\x84\x31\x95\x33"sv;
    }
    return {};
}

/// The error of text that stops being valid `before` `rest`.
std::string invalid(Encoding encoding, std::string_view before, bool isCutOff)
{
    const std::size_t line = std::max<std::size_t>(1, countLines(before) + (endsALine(before) ? 1 : 0));
    return "line " + std::to_string(line) + " isn't valid " + std::string{word(encoding)} +
           (isCutOff ? ": the file is cut off" : "");
}

Decoded decodedAs(Encoding encoding, std::string_view bytes)
{
    if (bytes.starts_with(markOf(encoding)))
        bytes.remove_prefix(markOf(encoding).size());
    const std::string name{word(encoding)};
    if (encoding == Encoding::Utf8) { // by way of UTF-32, which refuses what no character may be
        std::string_view rest = bytes;
        std::string points;
        Conversion conversion("UTF-32LE", "UTF-8");
        if (!conversion.run(rest, points))
            return tl::unexpected(
                invalid(encoding, bytes.substr(0, bytes.size() - rest.size()), conversion.isCutOff()));
        return DecodedText{std::string{bytes}, encoding};
    }
    DecodedText decoded{{}, encoding};
    Conversion conversion("UTF-8", name.c_str());
    if (!conversion.run(bytes, decoded.text))
        return tl::unexpected(invalid(encoding, decoded.text, conversion.isCutOff()));
    return decoded;
}

/// The first characters are ASCII, as a heading's are: every other byte is 0.
bool beginsInUtf16(std::string_view bytes, std::size_t zeroAt)
{
    const std::size_t units = std::min(kUnitsLookedAt, bytes.size() / 2);
    for (std::size_t i = 0; i < units; ++i) {
        const auto low = static_cast<unsigned char>(bytes[2 * i + 1 - zeroAt]);
        if (bytes[2 * i + zeroAt] != 0 || low == 0 || low > 0x7F)
            return false;
    }
    return units >= 2;
}

std::optional<Encoding> unmistakable(std::string_view bytes)
{
    for (const Encoding encoding :
         {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030}) {
        if (bytes.starts_with(markOf(encoding)))
            return encoding;
    }
    if (beginsInUtf16(bytes, 1))
        return Encoding::Utf16Le;
    return beginsInUtf16(bytes, 0) ? std::optional{Encoding::Utf16Be} : std::nullopt;
}

/// Chinese takes three bytes in UTF-8. Two are Latin, Greek or Cyrillic, or an accident of GB18030.
bool holdsOnlyPairs(std::string_view utf8)
{
    const auto leadsMore = [](char c) { return static_cast<unsigned char>(c) >= 0xE0; };
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return std::ranges::none_of(utf8, leadsMore) && !std::ranges::all_of(utf8, isAscii);
}

constexpr auto kDecides = "--encoding decides";

/// Why bytes that are valid GB18030 and not UTF-8 aren't taken for it: names would be others; empty: they
/// are.
std::string whyNotChinese(std::string_view bytes, const std::string& whyNotUtf8)
{
    if (const auto line = lineInUtf8(bytes))
        return "line " + std::to_string(*line) + " is utf-8, but " + whyNotUtf8 + ": mend it; or " + kDecides;
    if (isRatherUtf8(bytes))
        return "it looks like utf-8, but " + whyNotUtf8 + ": mend it; or " + kDecides;
    if (isRatherBig5(bytes))
        return "it looks like Big5 (" + whyNotUtf8 + "), which isn't read: save it as utf-8; or " + kDecides;
    return {};
}

} // namespace

tl::expected<DecodedText, std::string> decoded(std::string_view bytes, std::optional<Encoding> decided)
{
    if (const auto encoding = decided ? decided : unmistakable(bytes))
        return decodedAs(*encoding, bytes);
    Decoded utf8 = decodedAs(Encoding::Utf8, bytes);
    if (utf8 && !holdsOnlyPairs(bytes))
        return utf8;
    Decoded chinese = decodedAs(Encoding::Gb18030, bytes);
    if (utf8 && chinese)
        return tl::unexpected(std::string{"it may be utf-8 as well as gb18030: say which with --encoding"});
    if (utf8)
        return utf8;
    if (chinese) {
        std::string why = whyNotChinese(bytes, utf8.error());
        return why.empty() ? chinese : tl::unexpected(std::move(why));
    }
    return tl::unexpected("it is neither utf-8 (" + utf8.error() + ") nor gb18030 (" + chinese.error() + ")");
}

tl::expected<DecodedText, std::string> readText(const std::filesystem::path& file,
                                                std::optional<Encoding> decided)
{
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return tl::unexpected(std::string{"is a folder"});
    errno = 0;
    try {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            return tl::unexpected(std::string{"can't be read: "} + std::strerror(errno));
        return decoded(std::string{std::istreambuf_iterator<char>{in}, {}}, decided);
    } catch (const std::ios_base::failure& failure) { // of the disk, in the midst of the file
        return tl::unexpected(std::string{"can't be read to its end: "} + failure.what());
    }
}

} // namespace starqueue::formats
