#include <hall/service/clock_watch.h>

#include <hall/api/context/clock_state.h>

#include <spdlog/spdlog.h>

#include <utility>

namespace starqueue::hall {

ClockWatch::ClockWatch(db::JournalClock clock, const settings::HallSettings& settings,
                       const time::HallZone& zone, const std::filesystem::path& data, files::Files& files,
                       const db::Journal::Replayed& past)
    : m_clock(std::move(clock)), m_calendar(settings, zone, m_clock), m_anchor(data, files)
{
    sync::assumeCapability(db::writersThread); // there is no writer yet
    m_clock.judgeBy(settings.clockSource, m_calendar.days());
    m_clock.startAfter(past.lastAt, past.state.clock, m_anchor.read());
}

queue::Command ClockWatch::due(const db::View& view)
{
    m_anchor.write(m_clock.anchor());
    const auto doubt = m_clock.doubt(view.state.clock);
    log(doubt);
    if (const auto year = m_calendar.newYearWithoutPublicDays(view))
        spdlog::warn("the calendar has no public days of {} yet: import them with "
                     "\"starqueue calendar import\"",
                     *year);
    auto due = m_calendar.due(view);
    const std::string told{doubt ? word(doubt->why) : ""};
    const bool isTold = told == view.state.clockDoubt;
    return isTold || !std::holds_alternative<queue::Tick>(due) ? due : queue::DoubtClock{told};
}

void ClockWatch::log(const std::optional<db::JournalClock::Doubt>& doubt)
{
    const auto why = doubt ? std::optional{doubt->why} : std::nullopt;
    if (why == m_logged)
        return;
    m_logged = why;
    if (doubt)
        spdlog::warn("clock in doubt: {}", sentence(*doubt));
    else
        spdlog::info("the clock of this computer is believed again");
}

} // namespace starqueue::hall
