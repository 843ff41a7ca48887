#include <firmware-bridge/printer/printer_dialogue_fixture.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

TEST_F(PrinterDialogueTest, AFitPrinterIsReadyAndATicketIsPrintedOnce)
{
    connect();
    EXPECT_EQ(host.state().kind, Kind::Ready);
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(copiesOf("A001"), 1);
}

TEST_F(PrinterDialogueTest, JobsPrintInCallOrder)
{
    connect();
    for (TicketPrinter::JobId job = 1; job <= 5; ++job)
        print(job);
    pass(20s);
    ASSERT_EQ(printer.tickets().size(), 5U);
    for (std::size_t i = 0; i < 5; ++i)
        EXPECT_EQ(printer.tickets()[i].largestText(), "A00" + std::to_string(i + 1));
    EXPECT_EQ(ends.size(), 5U);
}

TEST_F(PrinterDialogueTest, NoTicketStartsWithoutPaper)
{
    printer.setPaperOut(true);
    connect();
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
    print(1);
    pass(1s);
    EXPECT_EQ(ends[1], std::vector{Outcome::PaperOut});
    printer.setPaperOut(false);
    pass(20s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
    EXPECT_EQ(copiesOf("A001"), 0);
}

TEST_F(PrinterDialogueTest, NoTicketStartsUnderAnOpenCover)
{
    connect();
    printer.setCoverOpen(true);
    pass(100ms);
    EXPECT_EQ(host.state().kind, Kind::CoverOpen) << "automatic status tells before the heartbeat does";
    print(1);
    pass(1s);
    EXPECT_EQ(ends[1], std::vector{Outcome::CoverOpen});
}

TEST_F(PrinterDialogueTest, ATicketThatThePaperEndedUnderIsFinishedAfterTheRefillAndNotPrintedAgain)
{
    connect();
    printer.endPaperAfter(2);
    print(1);
    pass(100s);
    EXPECT_TRUE(ends[1].empty());
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
    printer.endPaperAfter(-1);
    printer.setPaperOut(false);
    pass(4s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(copiesOf("A001"), 1);
}

TEST_F(PrinterDialogueTest, ATicketThatWaitsLongForPaperIsClearedAndDoesntComeOutLater)
{
    connect();
    printer.endPaperAfter(2);
    print(1);
    pass(310s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
    printer.endPaperAfter(-1);
    printer.setPaperOut(false);
    pass(20s);
    EXPECT_EQ(copiesOf("A001"), 0);
    print(2);
    pass(3s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
}

TEST_F(PrinterDialogueTest, NearEndIsAWarningAndPrintsOn)
{
    printer.setNearEnd(true);
    connect();
    EXPECT_EQ(host.state().kind, Kind::NearEnd);
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(PrinterDialogueTest, ACablePulledDuringAJobMakesItUnknown)
{
    connectAndPrintOne();
    (void)bytesOf(1);
    host.lineLost(now);
    plugged = false;
    step();
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
    EXPECT_EQ(host.state().kind, Kind::Unplugged);
}

TEST_F(PrinterDialogueTest, AJobForAnUnpluggedPrinterIsOffline)
{
    print(1);
    pass(100ms);
    EXPECT_EQ(ends[1], std::vector{Outcome::Offline});
}

TEST_F(PrinterDialogueTest, APulledRs232CableIsFoundByTheHeartbeatAlone)
{
    connect();
    silent = true;
    pass(10s);
    EXPECT_EQ(host.state().kind, Kind::Silent);
    print(1);
    pass(100ms);
    EXPECT_EQ(ends[1], std::vector{Outcome::Offline});
    silent = false;
    pass(5s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
}

TEST_F(PrinterDialogueTest, AutomaticStatusIsArmedAgainAfterThePrinterLostItsPower)
{
    connect();
    silent = true;
    pass(10s);
    printer.powerCycle();
    silent = false;
    pass(5s);
    printer.setCoverOpen(true);
    pass(150ms);
    EXPECT_EQ(host.state().kind, Kind::CoverOpen);
}

TEST_F(PrinterDialogueTest, ACommandCutOffInTheMiddleDoesNotEatTheNextTicket)
{
    connectAndPrintOne();
    qsizetype length = 1000;
    for (qsizetype cut = 1; cut < length; cut += 3) {
        ends.clear();
        const QByteArray bytes = bytesOf(1);
        length = bytes.size();
        printer.receive(bytes.left(cut), now);
        host.lineLost(now);
        host.lineOpened(now);
        pass(2s);
        ASSERT_EQ(ends[1], std::vector{Outcome::Unknown}) << "cut at " << cut;
        print(2);
        pass(4s);
        ASSERT_EQ(ends[2], std::vector{Outcome::Printed}) << "cut at " << cut;
        ASSERT_EQ(printer.tickets().back().largestText(), "A002") << "cut at " << cut;
        ASSERT_EQ(printer.tickets().back().plainText().find("A001"), std::string::npos) << "cut at " << cut;
    }
}

TEST_F(PrinterDialogueTest, APieceOfABrokenTicketIsCutOffEvenIfTheLineIsLostAgainMeanwhile)
{
    connectAndPrintOne();
    print(1);
    host.tick(now);
    printer.receive(host.takeOutput().left(60), now);
    for (int flap = 0; flap < 3; ++flap) {
        host.lineLost(now);
        host.lineOpened(now);
        (void)host.takeOutput(); // lost with the line
    }
    host.lineLost(now);
    host.lineOpened(now);
    pass(2s);
    print(2);
    pass(4s);
    ASSERT_EQ(ends[2], std::vector{Outcome::Printed});
    EXPECT_EQ(printer.tickets().back().plainText().find("A001"), std::string::npos);
    EXPECT_EQ(copiesOf("A002"), 1);
}
