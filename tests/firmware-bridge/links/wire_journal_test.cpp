#include <firmware-bridge/event_loop.h>

#include <firmware-bridge/links/wire_journal.h>
#include <firmware-bridge/ports/hosted_printer.h>
#include <firmware-bridge/simulators/memory/memory_ports.h>
#include <firmware-bridge/ticket/ticket_layout.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

const QDateTime kWallNoon(QDate(2026, 11, 29), QTime(12, 0), Qt::UTC);

PrintedTicket secretTicket()
{
    PrintedTicket ticket;
    ticket.number = u"A012"_s;
    ticket.hall = u"城西营业厅"_s;
    ticket.service = u"账户业务"_s;
    ticket.statusUrl = u"http://hall.example/t/kq7ShXV2"_s;
    return ticket;
}

} // namespace

TEST(WireJournal, ShowsCommandsAndAnswersWithTheirTimes)
{
    WireJournal journal;
    journal.opened(milliseconds(59'000));
    journal.sent("\x10\x04\x01", milliseconds(60'000));
    journal.received("\x12", milliseconds(60'004));
    EXPECT_EQ(journal.text(milliseconds(61'000), kWallNoon), "2026-11-29T11:59:58.000Z - opened\n"
                                                             "2026-11-29T11:59:59.000Z > 10 04 01\n"
                                                             "2026-11-29T11:59:59.004Z < 12\n");
}

TEST(WireJournal, NothingThatATicketSaysIsInItHoweverItsBytesAreSplit)
{
    for (const bool chinese : {true, false}) {
        PrinterProfile profile;
        profile.chinese = chinese;
        const QByteArray bytes = layOutTicket(secretTicket(), profile);
        ASSERT_TRUE(bytes.contains("kq7ShXV2"));
        for (qsizetype step : {qsizetype(1), qsizetype(7), bytes.size()}) {
            WireJournal journal;
            for (qsizetype at = 0; at < bytes.size(); at += step)
                journal.sent(bytes.mid(at, step), milliseconds(at));
            const QByteArray text = journal.text(milliseconds(0), kWallNoon);
            for (const QByteArray& secret :
                 {QByteArray("kq7ShXV2"), QByteArray("hall.example"), QByteArray("A012")}) {
                EXPECT_FALSE(text.contains(secret));
                EXPECT_FALSE(text.contains(secret.toHex(' ').toUpper())) << text.constData();
            }
            EXPECT_TRUE(text.contains("1B 40")) << text.constData();
            EXPECT_TRUE(text.contains("[code ")) << text.constData();
        }
    }
}

TEST(WireJournal, NorIfTheAdapterEchoesIt)
{
    WireJournal journal;
    const QByteArray bytes = layOutTicket(secretTicket(), PrinterProfile());
    journal.sent(bytes, milliseconds(0));
    for (qsizetype at = 0; at < bytes.size(); at += 7)
        journal.received(bytes.mid(at, 7), milliseconds(1));
    const QByteArray text = journal.text(milliseconds(1), kWallNoon);
    EXPECT_TRUE(text.contains("[text ")) << text.constData();
    EXPECT_FALSE(text.contains(" 58")) << "the X of the secret:\n" << text.constData();
}

TEST(WireJournal, APictureIsCounted)
{
    WireJournal journal;
    journal.sent(QByteArray("\x1Dv0\x00\x02\x00\x03\x00", 8) + "secret" + "\n", milliseconds(0));
    EXPECT_EQ(journal.text(milliseconds(0), kWallNoon),
              "2026-11-29T12:00:00.000Z > 1D 76 30 00 02 00 03 00 [data 6] 0A\n");
}

TEST(WireJournal, OnlyTheLastMinutesAreKept)
{
    WireJournal journal;
    for (int minute = 0; minute < 60; ++minute)
        journal.noted(u"minute %1"_s.arg(minute), minutes(minute));
    const QByteArray text = journal.text(minutes(59), kWallNoon);
    EXPECT_FALSE(text.contains("minute 48\n"));
    EXPECT_TRUE(text.contains("minute 49\n"));
    EXPECT_TRUE(text.contains("minute 59\n"));
}

TEST(WireJournal, ANoisyLineDoesntFillTheMemory)
{
    WireJournal journal({.age = minutes(10), .characters = 1000});
    for (int i = 0; i < 10'000; ++i)
        journal.received(QByteArray(100, '\x01'), milliseconds(0));
    EXPECT_LT(journal.text(milliseconds(0), kWallNoon).size(), 5000);
}

TEST(WireJournal, WhatIsToldIsPlainAndTheNewestThatFits)
{
    WireJournal journal;
    for (int i = 0; i < 3000; ++i)
        journal.sent("\x10\x04\x01", milliseconds(i));
    journal.noted(u"lost: Gerät weg 断开"_s, milliseconds(3000));
    const QByteArray text = journal.text(milliseconds(3000), kWallNoon);
    EXPECT_LE(text.size(), WireJournal::kLongestText);
    EXPECT_GT(text.size(), WireJournal::kLongestText - 100);
    EXPECT_TRUE(text.startsWith("2026-11-29T11:59:5")) << text.left(80).constData();
    EXPECT_TRUE(text.endsWith("Z - lost: Ger?t weg ??\n")) << text.right(80).constData();
}

TEST(WireJournal, APrinterOnItsHostTellsIt)
{
    application();
    const auto config =
        parseBridgeConfig("[hall]\nurl = \"http://127.0.0.1:1\"\ntoken_file = \"t\"\n[[printer]]\n"
                          "id = \"p\"\nkiosk = \"1\"\nport = \"p\"\n",
                          u"/hall/bridge.toml"_s);
    ASSERT_TRUE(config);
    const starqueue::simulators::MemoryPorts ports(*config);
    HostedPrinter printer(config->printers.front(), ports, steadyNow);
    QByteArray told;
    QObject::connect(&printer, &HostedPrinter::journalTold, &printer,
                     [&told](const QByteArray& text) { told = text; });
    printer.open();
    EXPECT_TRUE(eventually([&] {
        emit printer.journalRequested(kWallNoon);
        return told.contains("- opened\n") && told.contains("> 10 04 01\n") && told.contains("< 12\n");
    })) << told.constData();
}
