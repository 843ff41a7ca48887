#pragma once

#include <cli/certify/printer_link.h>
#include <firmware-bridge/claim/port_trouble.h>

#include <tl/expected.hpp>

#include <memory>

namespace starqueue::certify {

/// Opens "/dev/ttyUSB0", "/dev/usb/lp0" or "tcp:192.0.2.7:9100" for this program alone. A serial port is
/// opened with 8 data bits, no parity, no flow control, at 9600 baud.
[[nodiscard]] tl::expected<std::unique_ptr<PrinterLink>, claim::PortTrouble>
openLink(const std::string& port);

} // namespace starqueue::certify
