#pragma once

#include <firmware-bridge/letters/printer_letters.h>
#include <firmware-bridge/ticket/printed_ticket.h>
#include <firmware-bridge/ticket/printer_profile.h>
#include <firmware-bridge/ticket/ticket_template.h>

#include <vector>

namespace starqueue::bridge {

/// One line of print: a row of the template with its words, at a size at which they fit.
struct TicketLine
{
    TicketRow::Kind kind = TicketRow::Kind::Text;
    TicketRow::Align align = TicketRow::Align::Left;
    PrinterLetters::Script script = PrinterLetters::Script::Ascii;
    int across = 1; ///< letters that many times as wide
    int down = 1;   ///< and as high
    bool bold = false;
    QString label; ///< with its indent; at size 1, before the tab
    QString text;
    int dots = 0;
    int pitch = 0;
    bool mustBeWhole = false; ///< without it the paper misleads: the number, and that it is a reprint
};

/// A ticket's lines, and where the values of pairs begin.
struct TicketLines
{
    std::vector<TicketLine> lines;
    int valueColumn = 0;
};

[[nodiscard]] PrinterLetters lettersOf(const PrinterProfile& profile);

/// The ticket as the profile's template says (its own default where that is empty), for a printer with this
/// paper and these letters. No line but those of dots is wider than the paper.
[[nodiscard]] TicketLines ticketLines(const PrintedTicket& ticket, const PrinterProfile& profile);

/// The column at which values begin. `widestLabel` in columns.
[[nodiscard]] int valueColumn(int paperColumns, int widestLabel);

/// Whether a QR code of `url` is of use: the printer can draw it, and it doesn't lead to this machine alone.
[[nodiscard]] bool canShowCode(const QString& url, const PrinterProfile& profile);

/// Whether `url` leads to the machine that made it, so that no phone can open it.
[[nodiscard]] bool isLoopback(const QString& url);

/// The languages that a ticket is printed in, one or both.
[[nodiscard]] std::vector<PrintedTicket::Language> languagesOf(const PrintedTicket& ticket,
                                                               const PrinterProfile& profile);

} // namespace starqueue::bridge
