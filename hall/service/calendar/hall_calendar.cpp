#include <hall/service/calendar/hall_calendar.h>

#include <hall/service/calendar/business_day.h>
#include <hall/service/calendar/opening_calendar.h>

#include <utility>

namespace starqueue::hall {

HallCalendar::HallCalendar(const settings::HallSettings& settings, const time::HallZone& zone,
                           db::JournalClock& clock)
    : m_settings(settings), m_dayStarts(settings.dayStarts),
      m_firstRules(std::make_shared<const queue::Rules>(settings.rules)), m_zone(zone), m_clock(clock)
{}

void HallCalendar::reload(const settings::HallSettings& settings)
{
    if (m_settings.opens != settings.opens)
        m_saidOn.reset();
    m_settings.opens = settings.opens;
    m_settings.serviceOpens = settings.serviceOpens;
    m_settings.carryWaiting = settings.carryWaiting;
    m_settings.cases = settings.cases;
    m_settings.workingDays = settings.workingDays;
}

Date HallCalendar::dateAt(time::WallTime at) const
{
    return businessDate(m_zone, m_dayStarts, at);
}

db::HallDays HallCalendar::days()
{
    const auto changes = [this](time::WallTime from, time::WallTime to) REQUIRES(db::writersThread) {
        return changesOfDay(m_settings.opens, dateAt(from), dateAt(to));
    };
    const auto hours = [this](Date date, time::WallOffset clock)
                           REQUIRES(db::writersThread) { return hoursOf(date, clock); };
    return {[this](time::WallTime at) { return dateAt(at); }, hours, changes};
}

std::string HallCalendar::text(time::WallTime now, const std::optional<DateSpan>& dates) const
{
    return calendarText(m_settings, dateAt(now), dates);
}

std::optional<int> HallCalendar::yearWithoutPublicDays(const db::View& view) const
{
    if (!m_clock.isPlaced())
        return std::nullopt;
    const Date today = view.state.dayOpen ? *view.state.date : dateAt(view.wallNow());
    return settings::yearWithoutPublicDays(m_settings, today);
}

std::optional<int> HallCalendar::newYearWithoutPublicDays(const db::View& view)
{
    if (!view.state.dayOpen || !m_clock.isPlaced() || m_saidOn == view.state.date)
        return std::nullopt;
    m_saidOn = view.state.date;
    return yearWithoutPublicDays(view);
}

queue::DayHoursPtr HallCalendar::hoursOf(Date date, time::WallOffset clock) const
{
    const auto hours = m_clock.isPlaced() ? dayHours : hoursInDoubt; // then no case has a date either
    return std::make_shared<const queue::DayHours>(hours(m_settings, m_zone, date, clock));
}

queue::Command HallCalendar::due(const db::View& view) const
{
    auto due = dueCommand(
        view, m_zone, m_dayStarts, m_firstRules,
        [this](Date date, time::WallOffset clock)
            REQUIRES(db::writersThread) { return hoursOf(date, clock); },
        m_clock.isPlaced(), m_settings.carryWaiting);
    if (!std::holds_alternative<queue::Tick>(due))
        return due;
    if (auto hours = dueHours(view.state))
        return std::move(*hours);
    return due;
}

/// The hours of the present day anew, where it has become known, or isn't known any more, what time it is.
std::optional<queue::SetRules> HallCalendar::dueHours(const queue::State& state) const
{
    const bool areAlways = m_settings.opens.always && m_settings.serviceOpens.empty();
    if (!state.date || (areAlways && !m_settings.cases.haveDeadlines()))
        return std::nullopt;
    const bool areOfDoubt = state.hours && !state.hours->hall && state.hours->services.empty() &&
                            state.hours->cases == queue::CaseDates{};
    if (areOfDoubt != m_clock.isPlaced())
        return std::nullopt;
    const auto hours = hoursInForm(hoursOf(*state.date, state.clock), state.format);
    if (sameHours(hours, state.hours)) // of a day that is in an older form
        return std::nullopt;
    return queue::SetRules{state.nextRules ? state.nextRules : state.configuredRules(), hours};
}

} // namespace starqueue::hall
