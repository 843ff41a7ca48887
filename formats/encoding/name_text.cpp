#include <formats/encoding/name_text.h>

#include <formats/encoding/conversion.h>

#include <algorithm>
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

/// Unicode's White_Space and Default_Ignorable, as far as a line of text may hold them.
bool isUnseen(char32_t point)
{
    return point == 0xA0 || point == 0xAD || point == 0x1680 || point == 0x180E || point == 0x3000 ||
           point == 0x3164 || isBetween(point, 0x2000, 0x200F) || isBetween(point, 0x202F, 0x202F) ||
           isBetween(point, 0x205F, 0x2064) || isBetween(point, 0xFE00, 0xFE0F) || point == 0xFEFF ||
           isBetween(point, 0xE0000, 0xE0FFF);
}

bool isWide(char32_t point)
{
    return isBetween(point, 0xFF01, 0xFF60) || isBetween(point, 0xFFE0, 0xFFE6);
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

std::optional<std::string> idProblem(std::string_view text)
{
    if (auto problem = nameProblem(text))
        return problem;
    if (text.starts_with(' ') || text.ends_with(' '))
        return "begins or ends with a blank";
    if (text.find("  ") != std::string_view::npos)
        return "holds two blanks in a row";
    const auto points = codePoints(text);
    for (const char32_t point : *points) {
        if (isUnseen(point))
            return "holds " + codePointName(point) + ", which isn't seen";
        if (isWide(point))
            return "holds the full-width " + codePointName(point) + ": type the usual one";
    }
    return std::nullopt;
}

bool isBlank(std::string_view text)
{
    const auto points = codePoints(text);
    return points && std::ranges::all_of(*points, [](char32_t point) {
               return point == U' ' || point == U'\t' || isUnseen(point);
           });
}

std::string codePointName(char32_t point)
{
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(point));
    return text;
}

} // namespace starqueue::formats
