#pragma once

#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/ticket/printed_ticket.h>
#include <firmware-bridge/ticket/printer_profile.h>
#include <firmware-bridge/ticket/ticket_layout.h>

#include <string>
#include <vector>

namespace starqueue::test {

using namespace Qt::StringLiterals;

inline bridge::PrintedTicket ticketOf(const QString& number)
{
    bridge::PrintedTicket ticket;
    ticket.hall = u"城西营业厅"_s;
    ticket.number = number;
    ticket.service = {u"账户业务"_s, u"Accounts"_s};
    ticket.ahead = 6;
    ticket.wait = bridge::PrintedWait{480, 840};
    ticket.localTime = u"2026-11-22 10:24"_s;
    ticket.statusUrl = u"https://q.example.com/t/0123456789abcdef0123456789abcdef"_s;
    return ticket;
}

inline bridge::PrintedTicket englishTicketOf(const QString& number)
{
    bridge::PrintedTicket ticket = ticketOf(number);
    ticket.language = bridge::PrintedTicket::Language::English;
    ticket.hall = u"Chengxi Service Hall"_s;
    return ticket;
}

/// The printer of 58 mm paper.
inline bridge::PrinterProfile narrowPrinter()
{
    bridge::PrinterProfile profile;
    profile.columns = 32;
    profile.dots = 384;
    return profile;
}

inline bridge::PrinterProfile withoutChinese()
{
    bridge::PrinterProfile profile;
    profile.chinese = false;
    return profile;
}

inline escpos::PaperTicket printedBy(const bridge::PrinterProfile& profile,
                                     const bridge::PrintedTicket& ticket)
{
    const auto tickets = escpos::decodePaper(bridge::layOutTicket(ticket, profile).toStdString());
    return tickets.empty() ? escpos::PaperTicket() : tickets.front();
}

inline std::vector<std::string> textsOf(const escpos::PaperTicket& ticket)
{
    std::vector<std::string> lines;
    for (const auto& line : ticket.lines)
        lines.push_back(line.text);
    return lines;
}

} // namespace starqueue::test
