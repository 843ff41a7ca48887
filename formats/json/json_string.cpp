#include <formats/json/json_string.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstring>

namespace starqueue::formats {

namespace {

/// Of the bytes of a character beyond ASCII how many there are, and what the second may be (Unicode, table
/// 3-7).
struct Sequence
{
    std::size_t length;
    unsigned char least = 0x80;
    unsigned char most = 0xBF;
};

Sequence sequenceAfter(unsigned char first)
{
    if (first < 0xE0)
        return {first < 0xC2 ? 0U : 2U};
    if (first < 0xF0)
        return {3, static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(first == 0xED ? 0x9F : 0xBF)};
    return {first > 0xF4 ? 0U : 4U, static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
}

bool isPlainAscii(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= ' ' && byte < 0x80 && c != '"' && c != '\\';
}

/// How many characters of plain ASCII the text begins with, found eight at a time: exact for bytes below
/// 0x80, and the others end it too.
std::size_t plainBytes(std::string_view text)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kHighs = kOnes * 0x80;
    constexpr auto below = [](std::uint64_t bytes, std::uint64_t least) {
        return (bytes - kOnes * least) & ~bytes;
    };
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
        std::memcpy(&eight, text.data() + at, sizeof(eight));
        const std::uint64_t quotes = below(eight ^ kOnes * '"', 1);
        const std::uint64_t slashes = below(eight ^ kOnes * '\\', 1);
        if (((eight | below(eight, ' ') | quotes | slashes) & kHighs) != 0)
            break;
    }
    while (at < text.size() && isPlainAscii(text[at]))
        ++at;
    return at;
}

/// Bytes of the character beyond ASCII that `text` begins with; 0: it begins with none.
std::size_t sequenceBytes(std::string_view text)
{
    const auto at = [text](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    if (at(0) < 0x80)
        return 0;
    const Sequence sequence = sequenceAfter(at(0));
    if (sequence.length == 0 || sequence.length > text.size() || at(1) < sequence.least ||
        at(1) > sequence.most)
        return 0;
    for (std::size_t place = 2; place < sequence.length; ++place)
        if ((at(place) & 0xC0U) != 0x80)
            return 0;
    return sequence.length;
}

/// Whether it stands in JSON as it is.
bool isPlain(std::string_view text)
{
    for (;;) {
        text.remove_prefix(plainBytes(text));
        if (text.empty())
            return true;
        const std::size_t bytes = sequenceBytes(text);
        if (bytes == 0)
            return false;
        text.remove_prefix(bytes);
    }
}

} // namespace

void appendJsonString(std::string& out, std::string_view value)
{
    if (!isPlain(value)) {
        out += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return;
    }
    out += '"';
    out += value;
    out += '"';
}

} // namespace starqueue::formats
