#include <formats/encoding/name_text.h>

#include <formats/encoding/conversion.h>

#include <algorithm>
#include <array>
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
           isBetween(point, 0x200E, 0x200F) || point == 0x061C;
}

struct Range
{
    char32_t first;
    char32_t last;
};

/// Unicode's White_Space and Default_Ignorable, as far as a line of text may hold them, and the pattern of
/// braille that has no dot.
constexpr std::array kUnseen{Range{0xA0, 0xA0},       Range{0xAD, 0xAD},       Range{0x34F, 0x34F},
                             Range{0x61C, 0x61C},     Range{0x115F, 0x1160},   Range{0x1680, 0x1680},
                             Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F},   Range{0x2000, 0x200F},
                             Range{0x202A, 0x202F},   Range{0x205F, 0x206F},   Range{0x2800, 0x2800},
                             Range{0x3000, 0x3000},   Range{0x3164, 0x3164},   Range{0xFE00, 0xFE0F},
                             Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFF8},
                             Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

bool isUnseen(char32_t point)
{
    return std::ranges::any_of(
        kUnseen, [point](const Range& range) { return isBetween(point, range.first, range.last); });
}

bool isWide(char32_t point)
{
    return isBetween(point, 0xFF01, 0xFF60) || isBetween(point, 0xFFE0, 0xFFE6);
}

std::optional<std::string> lineProblemOf(char32_t point)
{
    if (breaksALine(point))
        return "holds a line break";
    if (point == U'\t')
        return "holds a tab";
    if (isControl(point))
        return "holds the control character " + codePointName(point);
    return std::nullopt;
}

std::optional<std::string> nameProblemOf(char32_t point)
{
    if (auto problem = lineProblemOf(point))
        return problem;
    if (turnsDirection(point))
        return "holds a mark that turns the direction of writing, " + codePointName(point);
    if (point == kReplacement)
        return "holds U+FFFD: letters were lost before it came here";
    return std::nullopt;
}

/// Nothing is wrong with it, whatever is asked.
bool isPlainAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// The first problem of a code point of `text`.
std::optional<std::string> firstProblem(std::string_view text,
                                        std::optional<std::string> (*problemOf)(char32_t))
{
    if (isPlainAscii(text))
        return std::nullopt;
    const auto points = codePoints(text);
    if (!points)
        return "isn't UTF-8";
    for (const char32_t point : *points) {
        if (auto problem = problemOf(point))
            return problem;
    }
    return std::nullopt;
}

std::string writtenOut(const char* form, unsigned value)
{
    char text[16];
    std::snprintf(text, sizeof text, form, value);
    return text;
}

std::string shownBytes(std::string_view text)
{
    std::string shown;
    for (const char byte : text)
        shown += isPlainAscii({&byte, 1}) ? std::string(1, byte)
                                          : writtenOut("\\x{%x}", static_cast<unsigned char>(byte));
    return shown;
}

} // namespace

std::optional<std::string> lineProblem(std::string_view text)
{
    return firstProblem(text, lineProblemOf);
}

std::optional<std::string> nameProblem(std::string_view text)
{
    return firstProblem(text, nameProblemOf);
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
    if (std::ranges::any_of(text, [](char c) { return c > ' ' && c < 0x7F; }))
        return false;
    const auto points = codePoints(text);
    return points && std::ranges::all_of(*points, [](char32_t point) {
               return point == U' ' || point == U'\t' || isUnseen(point);
           });
}

std::string shownInOneLine(std::string_view text)
{
    if (isPlainAscii(text))
        return std::string{text};
    const auto points = codePoints(text);
    if (!points)
        return shownBytes(text);
    std::string shown;
    for (const char32_t point : *points)
        if (breaksALine(point) || isControl(point) || turnsDirection(point))
            shown += writtenOut("\\u{%x}", static_cast<unsigned>(point));
        else
            shown += inUtf8(point);
    return shown;
}

std::string codePointName(char32_t point)
{
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(point));
    return text;
}

} // namespace starqueue::formats
