#pragma once

#include <firmware-bridge/ticket/printed_ticket.h>
#include <firmware-bridge/ticket/printer_profile.h>

#include <QByteArray>

#include <vector>

namespace starqueue::bridge {

/// The bytes that print `ticket` on a printer with `profile`, from ESC @ to the cut: the rows of the
/// profile's template, or of the default one.
///
/// Native text; the default ticket takes at most 350 bytes in one language, marked or not. A line is in one
/// script and the printer is told so at its start, because it acts on the change from the next line.
/// Characters that the printer can't draw come out as a hollow square (a question mark without a Chinese
/// font), never as garbage, or as rows of dots where the profile allows those. Contains no DLE byte, so that
/// no part of it can be taken for a real-time command, and no command of more than 256 bytes, so that as many
/// zeros complete whatever was interrupted.
[[nodiscard]] QByteArray layOutTicket(const PrintedTicket& ticket, const PrinterProfile& profile);

/// The same bytes, and where something else may be sent in them, such as a question.
struct TicketBytes
{
    QByteArray bytes;
    std::vector<qsizetype> lineEnds; ///< the first one before all lines
    /// Where lines begin or end that must be whole, in order. All are among `lineEnds`.
    std::vector<qsizetype> edges;
    qsizetype cut = 0; ///< where it begins
};
[[nodiscard]] TicketBytes layOutLines(const PrintedTicket& ticket, const PrinterProfile& profile);

/// ESC @, then what that undoes: Chinese on or off as the profile says (firmwares differ in what they go back
/// to), and automatic status on.
[[nodiscard]] QByteArray printerReset(const PrinterProfile& profile);

/// Feeds to the tear bar, and cuts where there is a cutter.
[[nodiscard]] QByteArray feedAndCut(const PrinterProfile& profile);

/// What printing a ticket takes, for the pages and programs that show it.
struct TicketCost
{
    qsizetype bytes = 0;
    qsizetype rasterBytes = 0; ///< of these, for rows of dots
    double seconds = 0;        ///< on the wire, at the profile's baud
    double rasterSeconds = 0;  ///< of these, for rows of dots
};
[[nodiscard]] TicketCost costOf(const PrintedTicket& ticket, const PrinterProfile& profile);

} // namespace starqueue::bridge
