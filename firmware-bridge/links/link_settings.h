#pragma once

#include <firmware-bridge/serial/serial_settings.h>

#include <tl/expected.hpp>

namespace starqueue::bridge {

/// How one printer is wired.
struct LinkSettings
{
    enum class Kind {
        Serial,
        UsbPrinter, ///< USB's printer class: /dev/usb/lp*
        Tcp,        ///< "raw" or "AppSocket" printing, mostly port 9100
    };

    Kind kind = Kind::Serial;
    QString path; ///< the device file, or "tcp:HOST:PORT"
    QString host; ///< of TCP
    quint16 port = 0;
    int baud = 19200; ///< of a serial port; of another about as fast as a printer takes its bytes
    SerialSettings::Flow flow = SerialSettings::Flow::None;

    [[nodiscard]] SerialSettings serial() const { return {path, baud, flow}; }
    bool operator==(const LinkSettings&) const = default;
};

/// `link`, by USB's printer class.
[[nodiscard]] LinkSettings usbPrinter(LinkSettings link);

/// What "/dev/ttyUSB0", "/dev/usb/lp0" or "tcp:192.0.2.7:9100" names; ":9100" may be left out. The error says
/// what would be right.
[[nodiscard]] tl::expected<LinkSettings, QString> linkNamed(const QString& written);

} // namespace starqueue::bridge
