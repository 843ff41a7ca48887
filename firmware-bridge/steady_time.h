#pragma once

#include <chrono>

namespace starqueue::bridge {

/// A steady instant, counted from some start of its own. Passed into everything
/// that decides by time, so that tests can say what time it is.
using SteadyTime = std::chrono::milliseconds;

/// The steady clock of this machine.
[[nodiscard]] inline SteadyTime steadyNow()
{
    return std::chrono::duration_cast<SteadyTime>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace starqueue::bridge
