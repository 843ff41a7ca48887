#include <hall/service/calendar/opening_calendar.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

using settings::OpeningHours;
using std::chrono::days;
using std::chrono::sys_days;

/// How far ahead the next opening is searched.
constexpr days kHorizon{400};

void add(queue::OpenTimes& times, Instant from, Instant to)
{
    if (from >= to)
        return;
    if (!times.empty() && times.back().to >= from)
        times.back().to = std::max(times.back().to, to);
    else
        times.push_back({from, to, to});
}

void addDate(queue::OpenTimes& times, const OpeningHours& hours, const time::HallZone& zone, Date date)
{
    for (const settings::OpenSpan& span : settings::spansOn(hours, date))
        add(times, zone.wallTimeOf(date, span.from).utc, zone.wallTimeOf(date, span.to).utc);
}

/// As if elapsed time were wall time.
queue::OpenTimes timesAround(const OpeningHours& hours, const time::HallZone& zone, Date date)
{
    const sys_days day{date};
    const Instant after = zone.wallTimeOf(Date{day + days{2}}, {}).utc;
    queue::OpenTimes times;
    for (sys_days at = day - days{1}; at < day + kHorizon; at += days{1}) {
        const bool enough = at > day + days{2} && !times.empty() && times.back().from >= after;
        if (enough)
            break;
        addDate(times, hours, zone, Date{at});
    }
    return times;
}

/// The intersection of two lists of open times.
queue::OpenTimes common(const queue::OpenTimes& a, const queue::OpenTimes& b)
{
    queue::OpenTimes both;
    for (const queue::OpenTime& one : a) {
        for (const queue::OpenTime& other : b)
            add(both, std::max(one.from, other.from), std::min(one.to, other.to));
    }
    return both;
}

queue::OpenTimes endingBefore(queue::OpenTimes times, Minutes lastTicketBefore)
{
    for (queue::OpenTime& time : times)
        time.lastTicket = std::max(time.from, time.to - lastTicketBefore);
    return times;
}

/// No date where there is no deadline, or none within reach.
Date dueOn(const settings::HallSettings& settings, Date date, std::optional<int> workingDays,
           bool& isProvisional)
{
    const auto due =
        workingDays ? queue::workingDayAfter(settings.workingDays, date, *workingDays) : std::nullopt;
    if (!due)
        return {};
    isProvisional = isProvisional || !due->isCertain;
    return due->on;
}

queue::CaseDates caseDates(const settings::HallSettings& settings, Date date)
{
    queue::CaseDates dates;
    dates.contactOn = dueOn(settings, date, settings.cases.contact, dates.isProvisional);
    dates.closeOn = dueOn(settings, date, settings.cases.close, dates.isProvisional);
    return dates;
}

} // namespace

queue::DayHours hoursInDoubt(const settings::HallSettings& settings, const time::HallZone& zone, Date date,
                             time::WallOffset clock)
{
    return {zone.wallTimeOf(date, settings.dayStarts).utc - clock.ahead, {}, {}};
}

queue::DayHours dayHours(const settings::HallSettings& settings, const time::HallZone& zone, Date date,
                         time::WallOffset clock)
{
    queue::DayHours hours;
    hours.begins = zone.wallTimeOf(date, settings.dayStarts).utc;
    std::optional<queue::OpenTimes> hall;
    if (!settings.opens.always) {
        hall = timesAround(settings.opens, zone, date);
        hours.hall = endingBefore(*hall, settings.opens.lastTicketBefore);
    }
    for (const auto& [service, opens] : settings.serviceOpens) {
        const queue::OpenTimes own = timesAround(opens, zone, date);
        hours.services.push_back(
            {service, endingBefore(hall ? common(*hall, own) : own, opens.lastTicketBefore)});
    }
    hours.cases = caseDates(settings, date);
    return shifted(std::move(hours), -clock.ahead);
}

} // namespace starqueue::hall
