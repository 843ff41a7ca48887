#include <firmware-bridge/escpos/interpreter.h>
#include <firmware-bridge/ticket/ticket_layout.h>
#include <firmware-bridge/ticket/ticket_words.h>

#include <support/wait_cases.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::escpos::decodePaper;
using starqueue::escpos::PaperTicket;

namespace {

PrintedTicket ticketOf(const QString& number)
{
    PrintedTicket ticket;
    ticket.hall = u"城西营业厅"_s;
    ticket.number = number;
    ticket.service = u"账户业务"_s;
    ticket.ahead = 6;
    ticket.wait = PrintedWait{480, 840};
    ticket.localTime = u"2026-11-22 10:24"_s;
    ticket.statusUrl = u"http://127.0.0.1:8470/t/0123456789abcdef0123456789abcdef"_s;
    return ticket;
}

PaperTicket printed(const PrintedTicket& ticket, const PrinterProfile& profile)
{
    const auto tickets = decodePaper(layOutTicket(ticket, profile).toStdString());
    return tickets.empty() ? PaperTicket() : tickets.front();
}

std::vector<std::string> texts(const PaperTicket& ticket)
{
    std::vector<std::string> lines;
    for (const auto& line : ticket.lines)
        lines.push_back(line.text);
    return lines;
}

} // namespace

TEST(TicketWords, SayTheWaitAsEverywhere)
{
    for (const starqueue::test::WaitCase& wait : starqueue::test::waitCases()) {
        PrintedTicket ticket = ticketOf(u"A012"_s);
        ticket.wait = PrintedWait{static_cast<int>(wait.p10.count()), static_cast<int>(wait.p90.count()),
                                  wait.isUnknown()};
        EXPECT_EQ(waitWords(ticket), u"前面 6 人 · "_s + (wait.isRange() ? u"预计 "_s : u""_s) + wait.zh);
        ticket.language = PrintedTicket::Language::English;
        EXPECT_EQ(waitWords(ticket),
                  u"6 ahead of you · "_s + (wait.isRange() ? u"about "_s : u""_s) + wait.en);
    }
}

TEST(TicketLayout, TheTicketReadsAsTheHousesStyleSays)
{
    const PaperTicket ticket = printed(ticketOf("A012"), PrinterProfile());
    EXPECT_EQ(texts(ticket),
              (std::vector<std::string>{"城西营业厅", "A012", "账户业务", "前面 6 人 · 预计 8–14 分钟",
                                        "2026-11-22 10:24", "扫码看进度 · 快到您时会提醒",
                                        "过号请到引导台，不必重新排队"}));
    EXPECT_EQ(ticket.largestText(), "A012");
    EXPECT_EQ(ticket.lines[1].height, 4);
    EXPECT_EQ(ticket.qrCodes, std::vector<std::string>{ticketOf("A012").statusUrl.toStdString()});
    EXPECT_TRUE(ticket.cut);
}

TEST(TicketLayout, AnEnglishTicketHasNoChineseButTheNames)
{
    PrintedTicket ticket = ticketOf("B007");
    ticket.language = PrintedTicket::Language::English;
    ticket.service = u"Accounts"_s;
    EXPECT_EQ(texts(printed(ticket, PrinterProfile()))[3], "6 ahead of you · about 8–14 min");
}

TEST(TicketLayout, OnlyAFreeCounterIsSaidToServeAtOnce)
{
    PrintedTicket ticket = ticketOf("A001");
    ticket.ahead = 0;
    EXPECT_EQ(texts(printed(ticket, PrinterProfile()))[3], "您是下一位 · 预计 8–14 分钟");
    ticket.wait = PrintedWait{0, 0};
    EXPECT_EQ(texts(printed(ticket, PrinterProfile()))[3], "马上办理");
    ticket.wait = PrintedWait{.unknown = true};
    EXPECT_EQ(texts(printed(ticket, PrinterProfile()))[3], "您是下一位 · 窗口尚未开始办理");
}

TEST(TicketLayout, AReprintIsMarkedAndAnOriginalIsNot)
{
    PrintedTicket ticket = ticketOf("A012");
    EXPECT_EQ(printed(ticket, PrinterProfile()).plainText().find("REPRINT"), std::string::npos);
    ticket.reprint = true;
    EXPECT_EQ(texts(printed(ticket, PrinterProfile())).front(), "补打 / REPRINT");
}

TEST(TicketLayout, NoLineIsWiderThanThePaper)
{
    for (const int columns : {32, 42, 48}) {
        PrinterProfile profile;
        profile.columns = columns;
        for (const auto language : {PrintedTicket::Language::Chinese, PrintedTicket::Language::English}) {
            PrintedTicket ticket = ticketOf("A1000");
            ticket.language = language;
            ticket.hall = u"A hall with a name that is far too long for narrow paper 城西营业厅城西营业厅"_s;
            for (const auto& line : printed(ticket, profile).lines)
                EXPECT_LE(columnsOfText(QString::fromStdString(line.text)) * line.width, columns)
                    << line.text;
        }
    }
}

TEST(TicketLayout, CharactersBeyondTheFontAreReplacedVisibly)
{
    PrintedTicket ticket = ticketOf("A012");
    ticket.hall = u"城\U0001F600西"_s;
    EXPECT_EQ(texts(printed(ticket, PrinterProfile())).front(), "城□西");
    PrinterProfile ascii;
    ascii.chinese = false;
    EXPECT_EQ(texts(printed(ticket, ascii)).front(), "????");
}

TEST(TicketLayout, NoTicketHoldsARealTimeCommand)
{
    for (int number = 0; number < 2000; ++number) {
        PrintedTicket ticket = ticketOf(u"A%1"_s.arg(number));
        ticket.statusUrl += QString(number % 300, QLatin1Char('x'));
        EXPECT_FALSE(layOutTicket(ticket, PrinterProfile()).contains("\x10\x04"));
        EXPECT_FALSE(layOutTicket(ticket, PrinterProfile()).contains("\x10\x05"));
        EXPECT_FALSE(layOutTicket(ticket, PrinterProfile()).contains("\x10\x14"));
    }
}

TEST(TicketLayout, AutomaticStatusIsArmedRightAfterEveryReset)
{
    const QByteArray bytes = layOutTicket(ticketOf("A012"), PrinterProfile());
    EXPECT_TRUE(bytes.startsWith("\x1B@\x1D"
                                 "a\x0E"));
    EXPECT_EQ(bytes.count("\x1B@"), 1);
}

TEST(TicketLayout, ATicketIsAFewHundredBytes)
{
    EXPECT_LT(layOutTicket(ticketOf("A012"), PrinterProfile()).size(), 400);
}
