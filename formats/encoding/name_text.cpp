#include <formats/encoding/name_text.h>

#include <formats/encoding/conversion.h>

#include <cstdint>
#include <cstdio>

namespace starqueue::formats {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isBetween(char32_t point, char32_t first, char32_t last)
{
    return first <= point && point <= last;
}

bool breaksALine(char32_t point)
{
    return point == U'\n' || point == U'\r' || isBetween(point, 0x2028, 0x2029);
}

bool isControl(char32_t point)
{
    return point < 0x20 || isBetween(point, 0x7F, 0x9F) || point == 0xFEFF;
}

bool turnsDirection(char32_t point)
{
    return isBetween(point, 0x202A, 0x202E) || isBetween(point, 0x2066, 0x2069) ||
           isBetween(point, 0x200E, 0x200F);
}

std::optional<std::string> problemOf(char32_t point)
{
    if (breaksALine(point))
        return "holds a line break";
    if (point == U'\t')
        return "holds a tab";
    if (isControl(point))
        return "holds the control character " + codePointName(point);
    if (turnsDirection(point))
        return "holds a mark that turns the direction of writing, " + codePointName(point);
    if (point == kReplacement)
        return "holds U+FFFD: letters were lost before it came here";
    return std::nullopt;
}

} // namespace

std::optional<std::string> nameProblem(std::string_view text)
{
    const auto points = codePoints(text);
    if (!points)
        return "isn't UTF-8";
    for (const char32_t point : *points) {
        if (auto problem = problemOf(point))
            return problem;
    }
    return std::nullopt;
}

std::string codePointName(char32_t point)
{
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(point));
    return text;
}

} // namespace starqueue::formats
