#pragma once

#include <hall/service/calendar/calendar_text.h>
#include <hall/settings/hall_settings.h>

#include <db/journal/journal_clock.h>
#include <db/writer/writer.h>
#include <time/hall_zone.h>

#include <memory>
#include <optional>
#include <string>

namespace starqueue::hall {

/// The hall's business days and opening hours by its settings, and the command that is due by them. While
/// nobody knows the time (JournalClock::isPlaced() is false) the hall is always open. `zone` and `clock` must
/// outlive it.
class HallCalendar
{
public:
    HallCalendar(const settings::HallSettings& settings, const time::HallZone& zone, db::JournalClock& clock);

    /// Takes changed opening hours.
    void reload(const settings::HallSettings& settings) REQUIRES(db::writersThread);
    /// What the clock is told of this calendar.
    [[nodiscard]] db::HallDays days();
    [[nodiscard]] queue::DayHoursPtr hoursOf(Date date, time::WallOffset clock) const
        REQUIRES(db::writersThread);
    /// See calendarText().
    [[nodiscard]] std::string text(time::WallTime now, const std::optional<DateSpan>& dates) const
        REQUIRES(db::writersThread);
    /// Which year's public days are missing on the day that is open, else by now; empty: none, or nobody
    /// knows the time.
    [[nodiscard]] std::optional<int> yearWithoutPublicDays(const db::View& view) const
        REQUIRES(db::writersThread);
    /// Likewise, once for each day and each change of the calendar: to be said to the log.
    [[nodiscard]] std::optional<int> newYearWithoutPublicDays(const db::View& view)
        REQUIRES(db::writersThread);
    /// One command: close yesterday, open today, set the hours of today anew, or Tick.
    [[nodiscard]] queue::Command due(const db::View& view) const REQUIRES(db::writersThread);

private:
    [[nodiscard]] Date dateAt(time::WallTime at) const;
    [[nodiscard]] std::optional<queue::SetRules> dueHours(const queue::State& state) const
        REQUIRES(db::writersThread);

    settings::HallSettings m_settings GUARDED_BY(db::writersThread);
    std::optional<Date> m_saidOn GUARDED_BY(db::writersThread); ///< the day on which a missing year was said
    const Minutes m_dayStarts;
    const std::shared_ptr<const queue::Rules> m_firstRules;
    const time::HallZone& m_zone;
    db::JournalClock& m_clock;
};

} // namespace starqueue::hall
