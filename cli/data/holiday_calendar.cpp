#include <cli/data/holiday_calendar.h>

#include <hall/settings/hall_settings.h>
#include <time/timestamp.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace starqueue::cli {

namespace {

using nlohmann::json;

std::string beginOf(int year)
{
    return "# Public days of " + std::to_string(year) + ", by `starqueue calendar import`\n";
}

std::string endOf(int year)
{
    return "# End of the public days of " + std::to_string(year) + "\n";
}

tl::unexpected<std::string> unfit(const std::string& what)
{
    return tl::unexpected{"This is no list of public holidays: " + what +
                          R"(; it takes {"year": 2026, "days": [{"name": "…", "date": "2026-01-01", )"
                          R"("isOffDay": true}]}.)"};
}

/// The list of a year has all days that go with its holidays: New Year often begins in December.
bool goesWith(Date date, int year)
{
    using namespace std::chrono;
    const std::chrono::year of{year};
    return date.year() == of || (date.year() == of - years{1} && date.month() == December) ||
           (date.year() == of + years{1} && date.month() == January);
}

tl::expected<PublicDay, std::string> readDay(const json& from, int year)
{
    const auto field = [&from](const char* name) {
        return from.is_object() ? from.value(name, json()) : json();
    };
    const auto date = field("date").is_string() ? time::parseGivenDate(field("date").get<std::string>())
                                                : std::optional<Date>{};
    if (!date || !field("isOffDay").is_boolean() || !field("name").is_string())
        return unfit("day " + from.dump() + " lacks a date, a name or isOffDay");
    if (!goesWith(*date, year))
        return unfit(time::dateText(*date) + " isn't in " + std::to_string(year));
    return PublicDay{*date, field("name").get<std::string>(), field("isOffDay").get<bool>()};
}

std::string likeOf(const PublicDay& day)
{
    if (day.isOff)
        return "holidays";
    return std::chrono::weekday{std::chrono::sys_days{day.date}} == std::chrono::Sunday ? "mon" : "fri";
}

/// A comment is one line without control characters.
std::string comment(const std::string& name)
{
    std::string plain = name;
    std::ranges::replace_if(
        plain, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return plain;
}

std::string withoutBlock(std::string_view settings, int year)
{
    std::string text(settings);
    const std::size_t begin = text.find(beginOf(year));
    const std::size_t end = text.find(endOf(year));
    if (begin != std::string::npos && end != std::string::npos && begin < end)
        text.erase(begin, end + endOf(year).size() - begin);
    return text;
}

/// Whether every line ends as on Windows.
bool endsLinesWithCrLf(std::string_view text)
{
    bool hasLines = false;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (at == 0 || text[at - 1] != '\r')
            return false;
        hasLines = true;
    }
    return hasLines;
}

std::string withCrLf(std::string_view text)
{
    std::string lines;
    for (const char c : text)
        lines.append(c == '\n' ? "\r\n" : std::string(1, c));
    return lines;
}

/// Of which the file says what they are like. None where the text can't be read: whoever takes the result
/// says so.
std::set<Date> datesIn(const std::string& text)
{
    const auto read = settings::parseHallSettings(text, "hall.toml");
    if (!read)
        return {};
    std::set<Date> dates = read->opens.holidays;
    for (const auto& [date, exception] : read->opens.exceptions)
        if (exception.like || exception.opens)
            dates.insert(date);
    return dates;
}

} // namespace

tl::expected<PublicYear, std::string> readPublicYear(std::string_view text)
{
    const json file = json::parse(text, nullptr, false);
    if (!file.is_object() || !file.contains("year") || !file["year"].is_number_integer() ||
        !file.contains("days") || !file["days"].is_array())
        return unfit("it has no year or no days");
    PublicYear year{file["year"].get<int>(), {}};
    std::set<Date> met;
    for (const json& one : file["days"]) {
        auto day = readDay(one, year.year);
        if (!day)
            return tl::unexpected{std::move(day.error())};
        if (!met.insert(day->date).second)
            return unfit(time::dateText(day->date) + " stands in it twice");
        year.days.push_back(std::move(*day));
    }
    std::ranges::sort(year.days, {}, &PublicDay::date);
    return year;
}

std::string withCalendar(std::string_view settings, const PublicYear& year, std::vector<Date>& left)
{
    if (endsLinesWithCrLf(settings)) {
        std::string plain(settings);
        std::erase(plain, '\r');
        return withCrLf(withCalendar(plain, year, left));
    }
    std::string text = withoutBlock(settings, year.year);
    const std::set<Date> own = datesIn(text);
    std::string block = beginOf(year.year);
    for (const PublicDay& day : year.days) {
        if (own.contains(day.date)) {
            left.push_back(day.date);
            continue;
        }
        block += "[[calendar]]\ndate = \"" + time::dateText(day.date) + "\" # " + comment(day.name) +
                 "\nlike = \"" + likeOf(day) + "\"\n";
    }
    if (!text.empty() && text.back() != '\n')
        text += '\n';
    return text + block + endOf(year.year);
}

} // namespace starqueue::cli
