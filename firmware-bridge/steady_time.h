#pragma once

#include <chrono>

namespace starqueue::bridge {

/// A point in time of the monotonic clock, in milliseconds since an arbitrary start. Passed into every class
/// that decides by time, so that tests can set it.
using SteadyTime = std::chrono::milliseconds;

/// Where a class that measures time gets it from.
using SteadyClock = SteadyTime (*)();

/// The monotonic clock of this machine.
[[nodiscard]] inline SteadyTime steadyNow()
{
    return std::chrono::duration_cast<SteadyTime>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace starqueue::bridge
