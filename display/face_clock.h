#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

namespace starqueue::display {

/// The two clocks that a display needs, so that a test can turn them.
struct FaceClock
{
    std::function<QDateTime()> wall;                   ///< local time, to be shown
    std::function<std::chrono::milliseconds()> steady; ///< never jumps, to measure with

    /// This machine's.
    [[nodiscard]] static FaceClock machine();
};

} // namespace starqueue::display
