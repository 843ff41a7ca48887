#include <hall/service/calendar/calendar_text.h>

#include <formats/json/json_object.h>
#include <time/timestamp.h>

#include <queue/rules/day_kind.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace starqueue::hall {

namespace {

using settings::OpeningHours;
using settings::OpenSpan;

std::string timeText(Minutes time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

std::string spansText(const std::vector<OpenSpan>& spans)
{
    formats::JsonWriter out;
    out.beginArray();
    for (const OpenSpan& span : spans)
        out.string(timeText(span.from) + "-" + timeText(span.to));
    out.endArray();
    return out.take();
}

std::string weekText(const OpeningHours& hours)
{
    formats::JsonObject out;
    for (std::size_t day = 0; day < hours.week.size(); ++day)
        out.addJson(queue::word(static_cast<queue::DayKind>(day)), spansText(hours.week[day]));
    out.addJson(queue::word(queue::DayKind::Holiday), spansText(hours.onHolidays));
    return out.take();
}

/// Of the hall and of each service that has hours of its own.
std::set<Date> datesFrom(const settings::HallSettings& settings, Date today)
{
    std::set<Date> dates;
    const auto take = [&](const OpeningHours& hours) {
        for (const Date date : hours.holidays)
            dates.insert(date);
        for (const auto& [date, exception] : hours.exceptions)
            dates.insert(date);
    };
    take(settings.opens);
    for (const auto& [service, hours] : settings.serviceOpens)
        take(hours);
    std::erase_if(dates, [today](Date date) { return date < today; });
    return dates;
}

std::set<Date> datesOf(const DateSpan& span)
{
    std::set<Date> dates;
    for (std::chrono::sys_days day{span.from}; day < std::chrono::sys_days{span.to};
         day += std::chrono::days{1})
        dates.insert(Date{day});
    return dates;
}

/// Of the dates from the first on, the last not among them.
int workedIn(const settings::HallSettings& settings, const DateSpan& span)
{
    const auto dayBefore = [](Date date) { return Date{std::chrono::sys_days{date} - std::chrono::days{1}}; };
    return queue::workingDaysBetween(settings.workingDays, dayBefore(span.from), dayBefore(span.to)).days;
}

/// A service is given while the hall is open.
std::vector<OpenSpan> spansOfService(const settings::HallSettings& settings, const OpeningHours& hours,
                                     Date date)
{
    const std::vector<OpenSpan> own = settings::spansOn(hours, date);
    if (settings.opens.always)
        return own;
    std::vector<OpenSpan> both;
    for (const OpenSpan& hall : settings::spansOn(settings.opens, date))
        for (const OpenSpan& service : own)
            if (const OpenSpan common{std::max(hall.from, service.from), std::min(hall.to, service.to)};
                common.from < common.to)
                both.push_back(common);
    return both;
}

std::string dateLine(const settings::HallSettings& settings, Date date)
{
    formats::JsonObject services;
    for (const auto& [service, hours] : settings.serviceOpens)
        services.addJson(service, spansText(spansOfService(settings, hours, date)));
    formats::JsonObject out;
    out.add("date", time::dateText(date));
    out.add("like", queue::word(settings::dayKindOf(settings.opens, date)));
    out.addJson("opens", settings.opens.always ? "null" : spansText(settings::spansOn(settings.opens, date)));
    out.addJson("services", services.take());
    out.add("workingDay", queue::isWorked(settings.workingDays, date));
    out.add("hasEntries", queue::hasEntries(settings.workingDays, date));
    return out.take();
}

} // namespace

std::string calendarText(const settings::HallSettings& settings, Date today,
                         const std::optional<DateSpan>& asked)
{
    const std::set<Date> shown = asked ? datesOf(*asked) : datesFrom(settings, today);
    std::string dates = "[";
    for (const Date date : shown)
        formats::appendItem(dates, dateLine(settings, date));
    formats::JsonObject out;
    out.add("today", time::dateText(today));
    out.addJson("week", settings.opens.always ? "null" : weekText(settings.opens));
    out.addJson("dates", dates += ']');
    out.add("workingDays", asked ? std::optional{workedIn(settings, *asked)} : std::nullopt);
    out.add("yearWithoutPublicDays", settings::yearWithoutPublicDays(settings, today));
    return out.take();
}

} // namespace starqueue::hall
