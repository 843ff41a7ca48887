#include <formats/encoding/likelihood.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/lines.h>

#include <algorithm>

namespace starqueue::formats {

namespace {

unsigned at(std::string_view bytes, std::size_t place)
{
    return static_cast<unsigned char>(bytes[place]);
}

bool isWithin(unsigned byte, unsigned first, unsigned last)
{
    return first <= byte && byte <= last;
}

bool isPlain(std::string_view bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Tells whether UTF-8 is of characters that GB2312 has: those of nearly all Chinese names.
class UsualChinese
{
public:
    [[nodiscard]] bool has(std::string_view utf8)
    {
        std::string ignored;
        return m_conversion.run(utf8, ignored);
    }

private:
    Conversion m_conversion{"GB2312", "UTF-8"};
};

/// The characters of three bytes in what may be UTF-8. GB18030 holds one by accident in every hundredth name.
std::size_t countUsualInUtf8(std::string_view bytes)
{
    constexpr std::size_t kChinese = 3;
    UsualChinese usual;
    std::size_t count = 0;
    for (std::size_t i = 0; i + kChinese <= bytes.size();) {
        const bool isCharacter = isWithin(at(bytes, i), 0xE0, 0xEF) &&
                                 isWithin(at(bytes, i + 1), 0x80, 0xBF) &&
                                 isWithin(at(bytes, i + 2), 0x80, 0xBF);
        count += isCharacter && usual.has(bytes.substr(i, kChinese)) ? 1 : 0;
        i += isCharacter ? kChinese : 1;
    }
    return count;
}

/// The pairs of valid GB18030, and how many of them are usual in which encoding.
struct Pairs
{
    std::size_t all = 0;
    std::size_t gb2312 = 0; ///< Chinese characters of it
    std::size_t big5 = 0;   ///< Chinese characters of its first level
};

Pairs pairsIn(std::string_view gb18030)
{
    Pairs pairs;
    for (std::size_t i = 0; i < gb18030.size();) {
        const unsigned lead = at(gb18030, i);
        if (lead < 0x80 || i + 1 == gb18030.size()) {
            ++i;
            continue;
        }
        const unsigned trail = at(gb18030, i + 1);
        const bool isOfFour = isWithin(trail, 0x30, 0x39);
        ++pairs.all;
        pairs.gb2312 += isWithin(lead, 0xB0, 0xF7) && isWithin(trail, 0xA1, 0xFE) ? 1 : 0;
        pairs.big5 +=
            isWithin(lead, 0xA4, 0xC6) && (isWithin(trail, 0x40, 0x7E) || isWithin(trail, 0xA1, 0xFE)) ? 1
                                                                                                       : 0;
        i += isOfFour ? 4 : 2;
    }
    return pairs;
}

} // namespace

std::optional<std::size_t> lineInUtf8(std::string_view bytes)
{
    constexpr auto leadsMore = [](char c) { return static_cast<unsigned char>(c) >= 0xE0; };
    UsualChinese usual;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(bytes)) {
        ++number;
        if (!isPlain(line) && std::ranges::any_of(line, leadsMore) && usual.has(line))
            return number;
    }
    return std::nullopt;
}

bool isRatherUtf8(std::string_view bytes)
{
    constexpr std::size_t kPercent = 70; // GB2312 has some 97 % of the characters of names
    const Pairs pairs = pairsIn(bytes);
    return pairs.gb2312 * 100 < pairs.all * kPercent && countUsualInUtf8(bytes) > 0;
}

bool isRatherBig5(std::string_view bytes)
{
    const Pairs pairs = pairsIn(bytes);
    std::string ignored;
    return pairs.big5 > pairs.gb2312 && Conversion("UTF-8", "BIG5").run(bytes, ignored);
}

} // namespace starqueue::formats
