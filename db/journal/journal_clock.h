#pragma once

#include <db/journal/clock_anchor.h>
#include <db/journal/writers_thread.h>

#include <time/wall_time.h>

#include <functional>
#include <optional>
#include <string>

namespace starqueue::db {

/// A machine's clocks. Any thread.
struct MachineClocks
{
    std::function<std::chrono::sys_time<Millis>()> wall;
    std::function<Millis()> steady; ///< since the machine's boot, time of suspension included
    std::string boot;               ///< tells one boot of the machine from another

    /// The system's: CLOCK_REALTIME, CLOCK_BOOTTIME, and the kernel's boot id.
    [[nodiscard]] static MachineClocks system();
};

/// The hall's two time scales. Elapsed time follows the steady clock and never goes back; the wall clock is
/// elapsed time plus an offset that changes only by a journalled event (queue::ClockStepped).
///
/// While it runs, a step of the machine's wall clock of up to two minutes is followed; a larger one is in
/// doubt and leaves the offset as it is. At a start any wall clock that isn't before the journal's last
/// instant is followed.
class JournalClock
{
public:
    /// The machine's clocks.
    JournalClock();
    explicit JournalClock(MachineClocks clocks);

    /// Continues after the journal's last instant `last`; the epoch: a new hall. In the same boot as `anchor`
    /// elapsed time has grown by the steady clock; else by the difference of wall clocks, or, where the wall
    /// clock stands before the last instant, at least by the time since boot. Called once, after replay.
    void startAfter(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
        REQUIRES(writersThread);
    [[nodiscard]] Instant now() REQUIRES(writersThread);
    /// The offset to journal: the wall clock that is believed differs from what `journalled` shows by a
    /// second or more.
    [[nodiscard]] std::optional<time::WallOffset> newOffset(time::WallOffset journalled)
        REQUIRES(writersThread);
    /// By how much the machine's wall clock is ahead of the hall's, where that is too much to be believed.
    [[nodiscard]] std::optional<Millis> doubt(time::WallOffset journalled) REQUIRES(writersThread);
    /// What a restart in the same boot continues from.
    [[nodiscard]] ClockAnchor anchor() REQUIRES(writersThread);

private:
    [[nodiscard]] Instant elapsedAtStart(Instant last, time::WallOffset offset,
                                         const std::optional<ClockAnchor>& anchor) const;
    [[nodiscard]] Millis stepFrom(time::WallOffset journalled) REQUIRES(writersThread);

    MachineClocks m_clocks;
    Instant m_now GUARDED_BY(writersThread){};
    Millis m_steadyAtNow GUARDED_BY(writersThread){};
    bool m_followsAnyStep GUARDED_BY(writersThread) = false; ///< once after a start
};

} // namespace starqueue::db
