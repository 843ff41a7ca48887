#pragma once

#include <db/journal/writers_thread.h>

#include <time/instant.h>

#include <functional>
#include <optional>

namespace starqueue::db {

/// The journal's time: starts at max(wall clock, last journal instant), then runs with the steady
/// clock and is slewed towards the wall clock by at most 500 parts in a million (1.8 s an hour, as NTP
/// does), so that a clock that jumps can neither make a negative wait nor let somebody pass. Never goes
/// back; a restart takes a jump forward at once.
class JournalClock
{
public:
    using Wall = std::function<Instant()>;
    using Steady = std::function<Millis()>;

    /// The machine's clocks; the steady one includes suspend time.
    JournalClock();
    /// For tests.
    JournalClock(Wall wall, Steady steady);

    /// Journal time must not be earlier than `last`. Called once, after replay.
    void startAfter(Instant last) REQUIRES(writersThread);
    [[nodiscard]] Instant now() REQUIRES(writersThread);
    /// How far the wall clock stands from journal time, when that has newly come above one second
    /// (or has changed by another second since it was last told): to be journalled as a fault.
    [[nodiscard]] std::optional<Millis> newOffset() REQUIRES(writersThread);

private:
    Wall m_wall;
    Steady m_steady;
    Instant m_now GUARDED_BY(writersThread){};
    std::chrono::nanoseconds m_rest GUARDED_BY(writersThread){0}; ///< of m_now, below its millisecond
    Millis m_steadyAtNow GUARDED_BY(writersThread){};
    Millis m_toldOffset GUARDED_BY(writersThread){0};
};

} // namespace starqueue::db
