#pragma once

#include <QString>

namespace starqueue::bridge {

/// How one serial port is to be opened: always 8 data bits, no parity, one stop bit.
struct SerialSettings
{
    enum class Flow { None, RtsCts, XonXoff };

    QString path; ///< explicit, by-id where possible: an adapter may come back as another node
    int baud = 19200;
    Flow flow = Flow::None;

    bool operator==(const SerialSettings&) const = default;
};

} // namespace starqueue::bridge
