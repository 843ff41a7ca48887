#include <time/timestamp.h>

#include <charconv>
#include <cstdint>

namespace starqueue::time {

using std::chrono::days;
using std::chrono::floor;

namespace {

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    const char* const end = text.data() + from + count;
    const auto [stop, error] = std::from_chars(text.data() + from, end, value);
    if (error != std::errc{} || stop != end || value < 0)
        return std::nullopt;
    return value;
}

/// Hand-written, since every event and answer has timestamps and printf takes ten times as long. Years beyond
/// 9999 don't occur.
void put(std::string& text, std::size_t from, std::size_t count, std::int64_t value)
{
    for (std::size_t at = from + count; at-- > from; value /= 10)
        text[at] = static_cast<char>('0' + value % 10);
}

bool standsAt(std::string_view text, std::string_view shape)
{
    if (text.size() != shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            return false;
    return true;
}

} // namespace

std::string timestamp(WallTime at)
{
    const auto day = floor<days>(at.utc);
    const Date date{day};
    const auto rest = (at.utc - day).count();
    std::string text = "0000-00-00T00:00:00.000Z";
    put(text, 0, 4, static_cast<int>(date.year()));
    put(text, 5, 2, static_cast<unsigned>(date.month()));
    put(text, 8, 2, static_cast<unsigned>(date.day()));
    put(text, 11, 2, rest / 3'600'000);
    put(text, 14, 2, rest / 60'000 % 60);
    put(text, 17, 2, rest / 1000 % 60);
    put(text, 20, 3, rest % 1000);
    return text;
}

std::optional<WallTime> parseTimestamp(std::string_view text)
{
    if (!standsAt(text, "0000-00-00T00:00:00.000Z"))
        return std::nullopt;
    const auto date = parseDate(text.substr(0, 10));
    if (!date)
        return std::nullopt;
    const auto clock = std::chrono::hours{*digits(text, 11, 2)} + std::chrono::minutes{*digits(text, 14, 2)} +
                       std::chrono::seconds{*digits(text, 17, 2)} + Millis{*digits(text, 20, 3)};
    return WallTime{std::chrono::sys_days{*date} + clock};
}

bool isReadable(WallTime at)
{
    return isReadable(Date{floor<days>(at.utc)});
}

bool isReadable(Date date)
{
    return date.ok() && date.year() >= std::chrono::year{0} && date.year() <= std::chrono::year{9999};
}

std::string elapsedText(Instant at)
{
    return timestamp({at});
}

std::optional<Instant> parseElapsed(std::string_view text)
{
    const auto read = parseTimestamp(text);
    return read ? std::optional{read->utc} : std::nullopt;
}

std::string dateText(Date date)
{
    std::string text = "0000-00-00";
    put(text, 0, 4, static_cast<int>(date.year()));
    put(text, 5, 2, static_cast<unsigned>(date.month()));
    put(text, 8, 2, static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Date> parseDate(std::string_view text)
{
    if (!standsAt(text, "0000-00-00"))
        return std::nullopt;
    const Date date{std::chrono::year{*digits(text, 0, 4)},
                    std::chrono::month{static_cast<unsigned>(*digits(text, 5, 2))},
                    std::chrono::day{static_cast<unsigned>(*digits(text, 8, 2))}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Date> parseGivenDate(std::string_view text)
{
    const auto date = parseDate(text);
    const bool isTaken = date && date->year() >= kFirstYear && date->year() < kEndOfYears;
    return isTaken ? date : std::nullopt;
}

} // namespace starqueue::time
