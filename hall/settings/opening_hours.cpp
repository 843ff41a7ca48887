#include <hall/settings/opening_hours.h>

#include <time/weekday_words.h>

#include <algorithm>
#include <charconv>

namespace starqueue::settings {

namespace {

std::optional<int> digits(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-')
        return std::nullopt;
    return number;
}

std::optional<std::size_t> dayNumber(std::string_view text)
{
    const auto found = std::ranges::find(time::kWeekdayWords, text);
    if (found == time::kWeekdayWords.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - time::kWeekdayWords.begin());
}

} // namespace

const std::vector<OpenSpan>& spansOn(const OpeningHours& hours, Date date)
{
    const auto exception = hours.exceptions.find(date);
    if (exception != hours.exceptions.end() && exception->second.opens)
        return *exception->second.opens;
    const queue::DayKind kind = dayKindOf(hours, date);
    return kind == queue::DayKind::Holiday ? hours.onHolidays : hours.week[static_cast<std::size_t>(kind)];
}

queue::DayKind dayKindOf(const OpeningHours& hours, Date date)
{
    const auto exception = hours.exceptions.find(date);
    if (exception != hours.exceptions.end() && exception->second.like)
        return *exception->second.like;
    return hours.holidays.contains(date) ? queue::DayKind::Holiday : queue::weekdayOf(date);
}

std::optional<Minutes> parseTimeOfDay(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':')
        return std::nullopt;
    const auto hour = digits(text.substr(0, 2));
    const auto minute = digits(text.substr(3, 2));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60)
        return std::nullopt;
    return Minutes{*hour * 60 + *minute};
}

std::optional<OpenSpan> parseSpan(std::string_view text)
{
    if (text.size() != 11 || text[5] != '-')
        return std::nullopt;
    const auto from = parseTimeOfDay(text.substr(0, 5));
    const auto to = parseTimeOfDay(text.substr(6));
    if (!from || !to || *from >= *to)
        return std::nullopt;
    return OpenSpan{*from, *to};
}

std::vector<std::size_t> parseDays(std::string_view text)
{
    if (text == "daily")
        return {0, 1, 2, 3, 4, 5, 6};
    const std::size_t dash = text.find('-');
    const auto first = dayNumber(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : dayNumber(text.substr(dash + 1));
    if (!first || !last)
        return {};
    std::vector<std::size_t> days{*first};
    while (days.back() != *last)
        days.push_back((days.back() + 1) % time::kWeekdayWords.size());
    return days;
}

} // namespace starqueue::settings
