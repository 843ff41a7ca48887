#pragma once

#include <firmware-bridge/steady_time.h>

#include <QDateTime>

namespace starqueue::bridge {

/// The two clocks of a bridge; default: this machine's.
struct BridgeClock
{
    SteadyClock steady = steadyNow;
    QDateTime (*wall)() = [] { return QDateTime::currentDateTime(); }; ///< local time, to be printed
};

} // namespace starqueue::bridge
