#pragma once

#include <queue/state/state.h>

#include <cstdint>

namespace starqueue::queue {

inline constexpr Millis kNever = Millis::max();

/// The open counters by which a wait is counted.
struct CountersFor
{
    std::uint32_t open = 0;
    std::uint32_t free = 0;
    bool isOneIdle =
        false; ///< free, with nobody in line whom it may call: those ahead wait for other counters
    Millis soonest = kNever; ///< until one of them may call a customer who isn't of its own

    [[nodiscard]] bool callAtOnce(std::uint32_t ahead) const { return isOneIdle || ahead < free; }
};

/// Those that may call them now, who have `waited` so long; if there is none, those that may later, of which
/// none is free for them. A dedicated counter takes who isn't of its own after a while, and whom the guard
/// protects.
[[nodiscard]] CountersFor countersFor(const State& state, const Standing& who, Millis waited);

} // namespace starqueue::queue
