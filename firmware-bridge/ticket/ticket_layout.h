#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

namespace starqueue::bridge {

/// The bytes that print `ticket` on a printer with `profile`, from ESC @ to the cut.
///
/// Native text, about 300 bytes. Chinese stands between
/// FS & and FS . and changes only at line starts, because printers act on the
/// switch from the next line. Characters that the printer can't draw come out as
/// a hollow square (a question mark without a Chinese font), never as garbage.
/// Contains no DLE byte, so that no part of it can be taken for a real-time command.
[[nodiscard]] QByteArray layOutTicket(const PrintedTicket& ticket, const PrinterProfile& profile);

/// ESC @, and automatic status switched on again, which ESC @ switches off.
[[nodiscard]] QByteArray printerReset(const PrinterProfile& profile);

/// Feeds to the tear bar, and cuts where there is a cutter.
[[nodiscard]] QByteArray feedAndCut(const PrinterProfile& profile);

/// `text` in the printer's character set.
[[nodiscard]] QByteArray encodeForPrinter(const QString& text, const PrinterProfile& profile);

} // namespace starqueue::bridge
