#include <firmware-bridge/printer/printer_dialogue.h>
#include <firmware-bridge/simulators/printer/simulated_printer.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;
using starqueue::simulators::SimulatedPrinter;
using Outcome = TicketPrinter::Outcome;
using Kind = PrinterState::Kind;
using namespace std::chrono_literals;

namespace {

/// A host and a printer joined by a wire without delay, in time that the test makes pass.
class PrinterDialogueTest : public ::testing::Test
{
protected:
    void connect()
    {
        host.lineOpened(now);
        plugged = true;
        pass(1s);
    }

    /// After this nothing hangs in the printer, and the next ticket is sent as one.
    void connectAndPrintOne()
    {
        connect();
        print(9);
        pass(3s);
        ASSERT_EQ(ends[9], std::vector{Outcome::Printed});
    }

    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end; now += 50ms)
            step();
    }

    void step()
    {
        host.tick(now);
        const QByteArray toPrinter = host.takeOutput();
        if (plugged)
            printer.receive(toPrinter, now);
        printer.tick(now);
        const QByteArray answer = printer.takeOutput();
        if (plugged && !silent)
            host.received(answer, now);
        for (const auto& ended : host.takeEnded())
            ends[ended.job].push_back(ended.outcome);
    }

    void print(TicketPrinter::JobId job)
    {
        PrintedTicket ticket;
        ticket.number = u"A%1"_s.arg(job, 3, 10, QLatin1Char('0'));
        ticket.hall = u"厅"_s;
        host.print(job, ticket, now);
    }

    /// The bytes of the ticket, which follow when the printer has confirmed that it hears.
    [[nodiscard]] QByteArray bytesOf(TicketPrinter::JobId job)
    {
        print(job);
        host.tick(now);
        printer.receive(host.takeOutput(), now);
        printer.tick(now);
        host.received(printer.takeOutput(), now);
        return host.takeOutput();
    }

    [[nodiscard]] static bool isWhole(const starqueue::escpos::PaperTicket& ticket)
    {
        return ticket.plainText().find("不必重新排队") != std::string::npos;
    }

    [[nodiscard]] int copiesOf(const std::string& number) const
    {
        int copies = 0;
        for (const auto& ticket : printer.tickets())
            copies += ticket.cut && ticket.largestText() == number && isWhole(ticket) ? 1 : 0;
        return copies;
    }

    PrinterProfile profile;
    PrinterDialogue host{profile};
    SimulatedPrinter printer;
    std::map<TicketPrinter::JobId, std::vector<Outcome>> ends;
    SteadyTime now{1000};
    bool plugged = false;
    bool silent = false;
};

} // namespace

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

TEST_F(PrinterDialogueTest, PaperThatEndsInTheMiddleLeavesTheJobUnknownAndClearedNotPrintedLater)
{
    connect();
    printer.endPaperAfter(2);
    print(1);
    pass(10s);
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
    pass(50ms);
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

TEST_F(PrinterDialogueTest, WithoutProcessIdsThePaperSensorConfirms)
{
    profile.processId = false;
    host = PrinterDialogue(profile);
    connect();
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(PrinterDialogueTest, WithoutAnyConfirmationATicketIsSentNotPrinted)
{
    profile.processId = false;
    profile.paperStatus = false;
    host = PrinterDialogue(profile);
    connect();
    print(1);
    pass(8s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Sent});
    EXPECT_EQ(copiesOf("A001"), 1);
}

TEST_F(PrinterDialogueTest, AOneWayPrinterIsTrustedButNeverSaidToHavePrinted)
{
    profile.processId = false;
    profile.paperStatus = false;
    profile.status = false;
    host = PrinterDialogue(profile);
    silent = true;
    connect();
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Sent});
}

TEST_F(PrinterDialogueTest, AConfirmationThatNeverComesMakesTheJobUnknownOnce)
{
    connectAndPrintOne();
    (void)bytesOf(1); // lost on the way
    pass(20s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
    print(2);
    pass(3s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
}

TEST_F(PrinterDialogueTest, NoTicketIsPrintedWhoseBeginningAPrinterMissedThatWasJustSwitchedOn)
{
    connectAndPrintOne();
    for (qsizetype missed = 1; missed < 1000; missed += 7) {
        ends.clear();
        printer.setPower(false);
        print(1);
        host.tick(now);
        const QByteArray bytes = host.takeOutput();
        printer.receive(bytes.left(missed), now);
        printer.setPower(true);
        printer.receive(bytes.mid(missed), now);
        const int before = copiesOf("A001");
        pass(20s);
        ASSERT_EQ(ends[1].size(), 1U) << missed;
        ASSERT_EQ(copiesOf("A001") - before, ends[1][0] == Outcome::Printed ? 1 : 0) << missed;
    }
}

TEST_F(PrinterDialogueTest, APrinterThatDoesNotConfirmThatItHearsPrintsAllTheSame)
{
    connectAndPrintOne();
    print(1);
    host.tick(now);
    (void)host.takeOutput(); // lost on the way
    pass(20s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(copiesOf("A001"), 1);
}
