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

/// Whether a date is worked; empty: like its weekday.
std::optional<bool> isWorked(const OpeningHours& hours, const DateException& date, queue::DayKind weekday,
                             const std::array<bool, 7>& week)
{
    if (date.like)
        return *date.like != queue::DayKind::Holiday && week.at(static_cast<std::size_t>(*date.like));
    if (!date.opens)
        return std::nullopt;
    if (date.opens->empty())
        return false;
    const auto day = static_cast<std::size_t>(weekday);
    return week.at(day) || (!hours.always && hours.week.at(day).empty());
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

std::set<std::chrono::year> yearsWithPublicDays(const OpeningHours& hours)
{
    std::set<std::chrono::year> years;
    for (const Date date : hours.holidays)
        years.insert(date.year());
    for (const auto& [date, exception] : hours.exceptions)
        if (exception.like == queue::DayKind::Holiday)
            years.insert(date.year());
    return years;
}

queue::WorkingDays workingDaysOf(const OpeningHours& hours, const std::array<bool, 7>& week)
{
    queue::WorkingDays days{week, {}, yearsWithPublicDays(hours)};
    for (const Date date : hours.holidays)
        days.exceptions[date] = false;
    for (const auto& [date, exception] : hours.exceptions)
        if (const auto worked = isWorked(hours, exception, queue::weekdayOf(date), week))
            days.exceptions[date] = *worked;
    return days;
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
