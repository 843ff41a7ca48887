#pragma once

#include <chrono>

namespace starqueue::bridge {

/// What one model of printer can do; comes from bridge.toml.
struct PrinterProfile
{
    int columns = 48; ///< characters of ASCII a line: 48 for 80 mm paper, 32 for 58 mm
    bool cutter = true;
    bool qr = true;          ///< draws QR codes itself (GS ( k)
    bool chinese = true;     ///< has a GB18030 font; without it Chinese is replaced visibly
    bool status = true;      ///< answers DLE EOT and sends automatic status
    bool processId = true;   ///< answers GS ( H when printing completes
    bool paperStatus = true; ///< answers GS r in order; used where processId is missing
    bool nearEndSensor = true;
    int baud = 19200;                              ///< only to know how long bytes are on the wire
    std::chrono::milliseconds confirmWithin{8000}; ///< after the last byte; then the outcome is unknown

    bool operator==(const PrinterProfile&) const = default;
};

} // namespace starqueue::bridge
