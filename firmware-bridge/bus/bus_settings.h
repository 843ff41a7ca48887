#pragma once

#include <QString>

#include <chrono>

namespace starqueue::bridge {

/// How one RS-485 bus is wired: 8 data bits, one stop bit.
struct BusSettings
{
    enum class Parity { None, Even, Odd };

    QString path;
    int baud = 19200;
    Parity parity = Parity::None;
    std::chrono::milliseconds timeout{100}; ///< for one answer; no retries but the schedule's

    bool operator==(const BusSettings&) const = default;
};

} // namespace starqueue::bridge
