#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace starqueue::certify {

using Wait = std::chrono::milliseconds;

/// The cable to a printer that is being certified. Its calls block.
class PrinterLink
{
public:
    PrinterLink() = default;
    PrinterLink(const PrinterLink&) = delete;
    PrinterLink& operator=(const PrinterLink&) = delete;
    virtual ~PrinterLink() = default;

    /// Of a serial port; false where there is no such thing, or the port can't.
    virtual bool setBaud(int baud) = 0;
    /// False if the printer takes nothing for ten seconds, or is gone.
    virtual bool send(std::string_view bytes) = 0;
    /// What comes: the first byte within `first`, then until nothing came for a twentieth of a second.
    [[nodiscard]] virtual std::string receive(Wait first) = 0;
    /// Whether it could answer at all.
    [[nodiscard]] virtual bool readable() const = 0;
};

} // namespace starqueue::certify
