#include <time/instant_text.h>

#include <time/timestamp.h>

#include <algorithm>
#include <string>

namespace starqueue::time {

namespace {

constexpr std::size_t kSeconds = 19; ///< "2026-11-22T10:24:05"

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Removes the fraction from `text` and returns its three digits of milliseconds; empty: not a fraction.
std::optional<std::string> takeMillis(std::string_view& text)
{
    if (!text.starts_with('.'))
        return "000";
    text.remove_prefix(1);
    const auto end = std::ranges::find_if_not(text, isDigit);
    std::string digits(text.begin(), end);
    text.remove_prefix(digits.size());
    if (digits.empty() || digits.size() > 9)
        return std::nullopt;
    digits.resize(3, '0');
    return digits;
}

/// Parses "Z" or "+08:00".
std::optional<Minutes> offsetIn(std::string_view text)
{
    if (text == "Z" || text == "z")
        return Minutes{0};
    const bool sound = text.size() == 6 && (text[0] == '+' || text[0] == '-') && isDigit(text[1]) &&
                       isDigit(text[2]) && text[3] == ':' && isDigit(text[4]) && isDigit(text[5]);
    if (!sound)
        return std::nullopt;
    const int hours = (text[1] - '0') * 10 + text[2] - '0';
    const int minutes = (text[4] - '0') * 10 + text[5] - '0';
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return Minutes{(hours * 60 + minutes) * (text[0] == '-' ? -1 : 1)};
}

} // namespace

std::optional<WallTime> parseInstant(std::string_view text)
{
    if (text.size() < kSeconds + 1)
        return std::nullopt;
    std::string plain(text.substr(0, kSeconds));
    text.remove_prefix(kSeconds);
    const auto millis = takeMillis(text);
    const auto offset = offsetIn(text);
    if (!millis || !offset)
        return std::nullopt;
    plain += "." + *millis + "Z";
    const auto shown = parseTimestamp(plain);
    // Rejects times that don't exist, such as hour 25: they don't round-trip.
    if (!shown || timestamp(*shown) != plain || !parseGivenDate(plain.substr(0, std::size("2026-11-22") - 1)))
        return std::nullopt;
    return *shown - *offset;
}

} // namespace starqueue::time
