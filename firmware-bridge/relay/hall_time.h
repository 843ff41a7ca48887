#pragma once

#include <firmware-bridge/steady_time.h>
#include <time/instant.h>

#include <optional>

namespace starqueue::bridge {

/// The hall's elapsed time, read on this machine's steady clock.
///
/// Each answer of the hall bounds how far its time is ahead: it was read after the question was sent and
/// before the answer came. Bounds of several answers narrow each other; one that contradicts the others
/// replaces them, as after a restart of the hall. Pure.
class HallTime
{
public:
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
};

} // namespace starqueue::bridge
