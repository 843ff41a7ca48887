#pragma once

#include <hall/service/calendar/hall_calendar.h>

#include <db/journal/clock_anchor.h>
#include <db/journal/journal_clock.h>
#include <db/writer/writer.h>
#include <files/files.h>

#include <filesystem>
#include <optional>

namespace starqueue::hall {

/// The hall's clock with what a running hall does for it: starts it after the journal, keeps its anchor for
/// the next start, and says when the machine's clock isn't believed.
class ClockWatch
{
public:
    /// Continues after `past`, what was replayed; before there is a writer. `data` is the hall's folder.
    /// `zone` must outlive it.
    ClockWatch(db::JournalClock clock, const settings::HallSettings& settings, const time::HallZone& zone,
               const std::filesystem::path& data, files::Files& files, const db::Journal::Replayed& past);

    // Both live as long as this object.
    [[nodiscard]] db::JournalClock& clock() { return m_clock; }
    [[nodiscard]] HallCalendar& calendar() { return m_calendar; }

    /// Once a second. One command: what the calendar wants, else what the faces are told of the clock.
    [[nodiscard]] queue::Command due(const db::View& view) REQUIRES(db::writersThread);

private:
    void log(const std::optional<db::JournalClock::Doubt>& doubt) REQUIRES(db::writersThread);

    db::JournalClock m_clock;
    HallCalendar m_calendar;
    db::ClockAnchorFile m_anchor;
    std::optional<time::ClockDoubt> m_logged GUARDED_BY(db::writersThread);
};

} // namespace starqueue::hall
