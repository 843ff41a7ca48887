#include <hall/settings/section_readers.h>

#include <time/timestamp.h>

#include <algorithm>

namespace starqueue::settings {

namespace {

bool overlap(const std::vector<OpenSpan>& ordered)
{
    return std::ranges::adjacent_find(
               ordered, [](const OpenSpan& a, const OpenSpan& b) { return b.from < a.to; }) != ordered.end();
}

void readDays(formats::TableReader& opens, const std::string& key, OpeningHours& hours)
{
    const std::vector<OpenSpan> spans = readSpans(opens, key);
    if (key == "holidays") {
        hours.onHolidays = spans;
        return;
    }
    const std::vector<std::size_t> days = parseDays(key);
    if (days.empty())
        return opens.refuse(key, "must stand under a day (\"mon\"), days (\"mon-fri\"), \"daily\" or "
                                 "\"holidays\"");
    for (const std::size_t day : days) {
        if (!hours.week[day].empty())
            opens.refuse(key, "names a day that another line has named already");
        hours.week[day] = spans;
    }
}

void readHolidays(formats::TableReader& hall, OpeningHours& hours)
{
    for (const std::string& written : hall.texts("holidays", {})) {
        if (const auto date = time::parseGivenDate(written))
            hours.holidays.insert(*date);
        else
            hall.refuse("holidays", "must be a list of dates such as [\"2026-10-01\"]");
    }
}

void readWeek(formats::TableReader& table, OpeningHours& hours)
{
    hours.always = !table.has("opens");
    table.eachEntry("opens", [&hours](const std::string& key, formats::TableReader& opens) {
        readDays(opens, key, hours);
    });
}

std::optional<Minutes> readLastTicket(formats::TableReader& table)
{
    const auto minutes = table.wholeIfAny("last_ticket_minutes", {0, 240});
    return minutes ? std::optional<Minutes>(*minutes) : std::nullopt;
}

} // namespace

std::vector<OpenSpan> readSpans(formats::TableReader& table, const std::string& key)
{
    std::vector<OpenSpan> spans;
    for (const std::string& written : table.texts(key, {})) {
        if (const auto span = parseSpan(written))
            spans.push_back(*span);
        else
            table.refuse(key, "must be a list such as [\"09:00-12:00\", \"13:30-17:30\"]");
    }
    std::ranges::sort(spans, {}, &OpenSpan::from);
    if (overlap(spans))
        table.refuse(key, "must be stretches that don't overlap");
    return spans;
}

void readOpeningHours(formats::TableReader& hall, OpeningHours& hours)
{
    readWeek(hall, hours);
    readHolidays(hall, hours);
    hours.lastTicketBefore = readLastTicket(hall).value_or(Minutes{0});
    if (!hours.always)
        return;
    for (const char* key : {"holidays", "last_ticket_minutes"}) {
        if (hall.has(key))
            hall.refuse(key, "says nothing while the hall is always open; give `opens` as well");
    }
}

std::optional<OpeningHours> readServiceHours(formats::TableReader& service, const OpeningHours& hall)
{
    OpeningHours hours;
    readWeek(service, hours);
    const auto lastTicket = readLastTicket(service);
    if (hours.always && lastTicket)
        service.refuse("last_ticket_minutes", "says nothing without `opens`, the hours of this service");
    if (hours.always)
        return std::nullopt;
    hours.holidays = hall.holidays;
    hours.lastTicketBefore = lastTicket.value_or(hall.lastTicketBefore);
    return hours;
}

namespace {

constexpr double kMostPlanned = 1000;

std::vector<std::size_t> readPlannedDays(formats::TableReader& plan)
{
    const std::string written = plan.text("days");
    if (written == "holidays")
        return {static_cast<std::size_t>(queue::DayKind::Holiday)};
    std::vector<std::size_t> days = parseDays(written);
    if (days.empty() && !plan.refused("days"))
        plan.refuse("days", "must be a day (\"mon\"), days (\"mon-fri\"), \"daily\" or \"holidays\"");
    return days;
}

std::optional<queue::PlannedSpan> readPlannedSpan(formats::TableReader& spans, const std::string& key,
                                                  std::size_t counters)
{
    const int planned = spans.whole(key, {0, kMostPlanned});
    const auto span = parseSpan(key);
    if (!span) {
        spans.refuse(key, "must stand under a span of the day such as \"09:00-12:00\"");
        return std::nullopt;
    }
    if (static_cast<std::size_t>(planned) > counters)
        spans.refuse(key,
                     "is more than there is: this file has " + std::to_string(counters) + " [[counter]]");
    return queue::PlannedSpan{span->from, span->to, planned};
}

std::vector<queue::PlannedSpan> readPlannedSpans(formats::TableReader& plan, std::size_t counters)
{
    std::vector<queue::PlannedSpan> all;
    if (!plan.has("spans"))
        plan.refuse("spans", "is missing; give how many counters are meant to be open, such as "
                             "{ \"09:00-12:00\" = 5 }");
    plan.eachEntry("spans", [&](const std::string& key, formats::TableReader& spans) {
        if (const auto span = readPlannedSpan(spans, key, counters))
            all.push_back(*span);
    });
    std::ranges::sort(all, {}, &queue::PlannedSpan::from);
    const auto overlaps = [](const queue::PlannedSpan& a, const queue::PlannedSpan& b) {
        return b.from < a.to;
    };
    if (std::ranges::adjacent_find(all, overlaps) != all.end())
        plan.refuse("spans", "must be spans that don't overlap");
    return all;
}

void readPlanEntry(formats::TableReader& entry, HallSettings& settings)
{
    const std::vector<std::size_t> days = readPlannedDays(entry);
    const auto spans = readPlannedSpans(entry, settings.rules.counters.size());
    for (const std::size_t day : days) {
        if (!settings.plan.at(day).empty())
            entry.refuse("days", "names a day that another [[plan]] has named already");
        settings.plan.at(day) = spans;
    }
}

} // namespace

void readPlan(formats::TableReader& file, HallSettings& settings)
{
    file.eachOf("plan", [&settings](formats::TableReader& entry) { readPlanEntry(entry, settings); });
}

} // namespace starqueue::settings
