#include <firmware-bridge/preview/sample_ticket.h>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

PrintedTicket sampleTicket(PrintedTicket::Language language)
{
    PrintedTicket ticket;
    ticket.language = language;
    ticket.hall = language == PrintedTicket::Language::Chinese ? u"城西营业厅"_s : u"Chengxi Service Hall"_s;
    ticket.number = u"A012"_s;
    ticket.service = {u"账户业务"_s, u"Accounts"_s};
    ticket.ahead = 6;
    ticket.wait = PrintedWait{480, 840};
    ticket.localTime = u"2026-11-22 10:24"_s;
    ticket.statusUrl = u"https://q.example.com/t/0123456789abcdef0123456789abcdef"_s;
    return ticket;
}

} // namespace starqueue::bridge
