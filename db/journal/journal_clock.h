#pragma once

#include <db/journal/clock_anchor.h>
#include <db/journal/machine_clocks.h>
#include <db/journal/writers_thread.h>

#include <queue/commands.h>
#include <queue/state/state.h>
#include <time/clock_belief.h>

#include <functional>
#include <optional>

namespace starqueue::db {

/// What a clock needs to know of the hall's calendar. Called on the writer's thread.
struct HallDays
{
    /// The business day at an instant. Empty: the clock never changes the date.
    std::function<Date(time::WallTime)> dateAt;
    std::function<queue::DayHoursPtr(Date, time::WallOffset)> hoursOf;
    time::ClockBelief::ChangesOfDay changes;
};

/// The hall's two time scales. Elapsed time follows the steady clock and never goes back; the wall clock is
/// elapsed time plus an offset that changes only by a journalled event (queue::ClockStepped).
///
/// The machine's wall clock is followed while time::ClockBelief believes it. In doubt the offset stays as it
/// is, so that the hall goes on with its own time.
class JournalClock
{
public:
    /// The machine's clocks.
    JournalClock();
    explicit JournalClock(MachineClocks clocks);

    /// What is believed from here on, and which dates a step of the clock leads to.
    void judgeBy(time::ClockSource source, HallDays days);

    /// Continues after the journal's last instant `last`; the epoch: a new hall. In the same boot as `anchor`
    /// elapsed time has grown by the steady clock; else by the difference of wall clocks, or, where the wall
    /// clock isn't believed, at least by the time since boot. Called once, after replay.
    void startAfter(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
        REQUIRES(writersThread);
    [[nodiscard]] Instant now() REQUIRES(writersThread);

    /// The step to journal: the wall clock that is believed differs from what `state` shows by a second or
    /// more.
    [[nodiscard]] std::optional<queue::SetWallClock> dueStep(const queue::State& state)
        REQUIRES(writersThread);
    /// The step to what somebody says the time is; to the machine's clock if that agrees.
    [[nodiscard]] queue::SetWallClock stepTo(time::WallTime wall, const queue::State& state)
        REQUIRES(writersThread);
    /// That step is journalled.
    void confirmed() REQUIRES(writersThread);

    /// Why the machine's wall clock isn't believed, and how far it is ahead of the hall's.
    struct Doubt
    {
        time::ClockDoubt why;
        Millis ahead;
        time::WallTime machine;

        friend bool operator==(const Doubt&, const Doubt&) = default;
    };
    [[nodiscard]] std::optional<Doubt> doubt(time::WallOffset journalled) REQUIRES(writersThread);
    /// False: nobody knows how long the machine was off, and so neither the time nor the date.
    [[nodiscard]] bool isPlaced() const REQUIRES(writersThread) { return m_isPlaced; }
    [[nodiscard]] time::WallTime built() const { return m_belief.built(); }

    /// What a restart in the same boot continues from.
    [[nodiscard]] ClockAnchor anchor() REQUIRES(writersThread);

private:
    void continueBoot(const ClockAnchor& anchor, Instant last) REQUIRES(writersThread);
    void beginBoot(Instant last, time::WallOffset offset, const std::optional<ClockAnchor>& anchor)
        REQUIRES(writersThread);
    void beginNew(time::WallOffset offset) REQUIRES(writersThread);
    [[nodiscard]] std::optional<BootMark> markGoneOn(const ClockAnchor& anchor) const REQUIRES(writersThread);
    void markBoot(time::WallTime shownLast, time::WallTime machine) REQUIRES(writersThread);
    [[nodiscard]] time::ClockReading reading(time::WallTime hall) const REQUIRES(writersThread);
    [[nodiscard]] std::optional<time::BootSpan> bootSpan() const REQUIRES(writersThread);
    [[nodiscard]] queue::SetWallClock stepBy(Millis step, const queue::State& state) REQUIRES(writersThread);
    [[nodiscard]] queue::RightDay rightDay(time::WallOffset right, time::WallOffset journalled)
        REQUIRES(writersThread);

    MachineClocks m_clocks;
    time::ClockBelief m_belief;
    HallDays m_days;
    Instant m_now GUARDED_BY(writersThread){};
    Millis m_steadyAtNow GUARDED_BY(writersThread){};
    Instant m_since GUARDED_BY(writersThread){}; ///< all from here on was counted by this boot's steady clock
    bool m_isPlaced GUARDED_BY(writersThread) = false;
    bool m_isConfirmed GUARDED_BY(writersThread) = false;
    std::optional<BootMark> m_boot GUARDED_BY(writersThread); ///< while the boot's time isn't proven
};

} // namespace starqueue::db
