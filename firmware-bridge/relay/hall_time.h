#pragma once

#include <firmware-bridge/steady_time.h>
#include <time/instant.h>

#include <optional>

namespace starqueue::bridge {

/// The hall's elapsed time, read on this machine's steady clock.
///
/// Each answer of the hall bounds how far its time is ahead: it was read after the question was sent and
/// before the answer came. Bounds of several answers narrow each other; one that contradicts the others
/// replaces them. Pure.
class HallTime
{
public:
    /// The hall was reached again: it may have been restarted and count otherwise. An answer to a question
    /// that was asked before doesn't count, the next one replaces what is known.
    void reachedAgain(SteadyTime now);

    /// The hall's elapsed time was `elapsed` at some moment from `asked` to `answered`.
    void heard(Instant elapsed, SteadyTime asked, SteadyTime answered);

    /// The hall's elapsed time at the steady instant `at`; empty: the hall hasn't told it yet.
    [[nodiscard]] std::optional<Instant> at(SteadyTime at) const;

private:
    struct Bounds
    {
        Instant least; ///< at steady 0
        Instant most;
    };

    std::optional<Bounds> m_bounds;
    SteadyTime m_reached{};
    bool m_isDoubtful = false; ///< the bounds are from before the hall was reached
};

} // namespace starqueue::bridge
