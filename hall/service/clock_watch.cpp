#include <hall/service/clock_watch.h>

#include <spdlog/spdlog.h>

#include <utility>

namespace starqueue::hall {

ClockWatch::ClockWatch(db::JournalClock clock, const std::filesystem::path& data, files::Files& files,
                       const db::Journal::Replayed& past)
    : m_clock(std::move(clock)), m_anchor(data, files)
{
    sync::assumeRole(db::writersThread); // there is no writer yet
    m_clock.startAfter(past.lastAt, past.state.clock, m_anchor.read());
}

void ClockWatch::look(const db::View& view)
{
    m_anchor.write(m_clock.anchor());
    const auto doubt = m_clock.doubt(view.state.clock);
    if (doubt && !m_isInDoubt)
        spdlog::warn(
            "this machine's clock stepped to {} s ahead of the hall's: the hall goes on with its own time; "
            "set the machine's clock right, or restart the hall if the machine is right",
            std::chrono::duration_cast<Seconds>(*doubt).count());
    m_isInDoubt = doubt.has_value();
}

} // namespace starqueue::hall
