#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>

namespace starqueue::client {

/// The two clocks that a face needs, so that a test can turn them.
struct FaceClock
{
    std::function<QDateTime()> wall;                   ///< local time, to be shown
    std::function<std::chrono::milliseconds()> steady; ///< never jumps, to measure with

    /// The clocks of this machine.
    [[nodiscard]] static FaceClock machine()
    {
        return {.wall = [] { return QDateTime::currentDateTime(); }, .steady = steadyNow};
    }

private:
    [[nodiscard]] static std::chrono::milliseconds steadyNow()
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
    }
};

} // namespace starqueue::client
