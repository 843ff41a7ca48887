#include <hall/settings/section_readers.h>

#include <time/timestamp.h>

namespace starqueue::settings {

namespace {

/// Of a service that is given whenever the hall is open: its hours only hold within the hall's.
OpeningHours alwaysWithin(const OpeningHours& hall)
{
    const std::vector<OpenSpan> wholeDay{{Minutes{0}, Minutes{24 * 60}}};
    OpeningHours hours;
    hours.always = false;
    hours.week.fill(wholeDay);
    hours.onHolidays = wholeDay;
    hours.lastTicketBefore = hall.lastTicketBefore;
    return hours;
}

std::optional<Date> readDate(formats::TableReader& entry)
{
    const std::string written = entry.text("date");
    const auto date = time::parseGivenDate(written);
    if (!written.empty() && !date)
        entry.refuse("date", "must be a date such as \"2026-10-10\", from 1970 to 2099");
    return date;
}

DateException readException(formats::TableReader& entry)
{
    DateException exception;
    if (entry.has("like"))
        exception.like = entry.word("like", queue::DayKind::Mon);
    if (entry.has("opens"))
        exception.opens = readSpans(entry, "opens");
    if (exception.like && exception.opens)
        entry.refuse("like", "says nothing beside `opens`: give one of them");
    return exception;
}

/// Else it speaks of services alone.
bool saysDay(const DateException& exception)
{
    return exception.like || exception.opens;
}

/// Where the hall opens like another day, so does each service; a line of its own goes before that.
void addException(HallSettings& settings, Date date, const DateException& exception)
{
    if (!saysDay(exception)) {
        settings.opens.exceptions.try_emplace(date); // its services are named apart
        return;
    }
    settings.opens.exceptions[date] = exception;
    for (auto& [service, hours] : settings.serviceOpens)
        hours.exceptions[date].like = exception.like;
}

void readServices(formats::TableReader& entry, Date date, HallSettings& settings)
{
    entry.section("services", [&](formats::TableReader& services) {
        for (const queue::ServiceRule& service : settings.rules.services) {
            if (!services.has(service.id))
                continue;
            const auto own =
                settings.serviceOpens.try_emplace(service.id, alwaysWithin(settings.opens)).first;
            auto& spans = own->second.exceptions[date].opens;
            if (spans)
                services.refuse(service.id, "stands in another [[calendar]] of that date too: give it once");
            spans = readSpans(services, service.id);
        }
    });
}

/// In a hall that is always open most of a date's words would be idle.
void needOpeningHours(formats::TableReader& entry, const DateException& exception,
                      const HallSettings& settings)
{
    if (settings.opens.always && settings.serviceOpens.empty() && !settings.cases.haveDeadlines() &&
        exception.like)
        entry.refuse("like", "says nothing while the hall is always open; give `opens` in [hall] as well");
    if (settings.opens.always && exception.opens)
        entry.refuse("opens",
                     "can't close a hall that is always open; give `opens` in [hall] as well, such as "
                     "{ daily = [\"00:00-24:00\"] }");
}

void readEntry(formats::TableReader& entry, HallSettings& settings)
{
    const auto date = readDate(entry);
    const DateException exception = readException(entry);
    if (!date)
        return;
    const auto other = settings.opens.exceptions.find(*date);
    if (other != settings.opens.exceptions.end() && saysDay(other->second) && saysDay(exception))
        entry.refuse("date", "stands in another [[calendar]] too: say once what the day is like");
    if (settings.opens.holidays.contains(*date))
        entry.refuse("date", "stands in `holidays` of [hall] too: give it in one place");
    if (!exception.like && !exception.opens && !entry.has("services"))
        entry.refuse("date", "must say what is different: `like`, `opens` or `services`");
    needOpeningHours(entry, exception, settings);
    addException(settings, *date, exception);
    readServices(entry, *date, settings);
}

constexpr double kMostWorkingDays = 250;

void readWorkedWeek(formats::TableReader& cases, std::array<bool, 7>& week)
{
    const auto written = cases.textIfAny("working_days");
    if (!written)
        return;
    week.fill(false);
    const std::vector<std::size_t> days = parseDays(*written);
    for (const std::size_t day : days)
        week.at(day) = true;
    if (days.empty())
        cases.refuse("working_days", "must be days such as \"mon-fri\" or \"daily\"");
}

} // namespace

void readCases(formats::TableReader& file, CaseSettings& cases)
{
    file.section("cases", [&cases](formats::TableReader& table) {
        cases.contact = table.wholeIfAny("contact_working_days", {0, kMostWorkingDays});
        cases.close = table.wholeIfAny("close_working_days", {0, kMostWorkingDays});
        if (cases.contact && cases.close && *cases.close < *cases.contact)
            table.refuse("close_working_days", "must not be before contact_working_days");
        readWorkedWeek(table, cases.week);
    });
}

void readCalendar(formats::TableReader& file, HallSettings& settings)
{
    file.eachOf("calendar", [&settings](formats::TableReader& entry) { readEntry(entry, settings); });
}

} // namespace starqueue::settings
