#include <firmware-bridge/printer/printer_dialogue_fixture.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

TEST_F(PrinterDialogueTest, WithoutProcessIdsThePaperSensorConfirms)
{
    profile.proof = PrintProof::Sensor;
    host = PrinterDialogue(profile);
    connect();
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(PrinterDialogueTest, WithoutAnyConfirmationATicketIsSentNotPrinted)
{
    profile.proof = PrintProof::None;
    host = PrinterDialogue(profile);
    connect();
    print(1);
    pass(8s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Sent});
    EXPECT_EQ(copiesOf("A001"), 1);
}

TEST_F(PrinterDialogueTest, AOneWayPrinterIsTrustedButNeverSaidToHavePrinted)
{
    profile.proof = PrintProof::None;
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

TEST_F(PrinterDialogueTest, AnAnswerThatComesTooLateConfirmsNoOtherTicket)
{
    profile.proof = PrintProof::Sensor;
    host = PrinterDialogue(profile);
    connectAndPrintOne();
    pass(10s);        // until nothing of an earlier run can come
    (void)bytesOf(1); // the printer has heard, and the ticket is lost on the way
    print(2);
    answersTake = 9s;
    for (int i = 0; i < 100 && ends[1].empty(); ++i)
        pass(1s); // where one answer is late, the next may be later
    answersTake = 0s;
    ASSERT_EQ(ends[1], std::vector{Outcome::Unknown});
    printer.endPaperAfter(3);
    pass(60s);
    EXPECT_EQ(copiesOf("A002"), 0);
    EXPECT_TRUE(ends[2].empty()) << "it waits for paper";
}

TEST_F(PrinterDialogueTest, AnAnswerThatACoverHeldBackConfirmsNoTicket)
{
    profile.proof = PrintProof::Sensor;
    host = PrinterDialogue(profile);
    connectAndPrintOne();
    print(1);
    host.tick(now);
    const QByteArray question = host.takeOutput();
    printer.setCoverOpen(true);
    printer.receive(question, now);
    pass(1s);
    printer.endPaperAfter(3);
    printer.setCoverOpen(false);
    pass(60s);
    EXPECT_EQ(copiesOf("A001"), 0);
    for (const Outcome outcome : ends[1])
        EXPECT_NE(outcome, Outcome::Printed);
}

TEST_F(PrinterDialogueTest, AnAnswerThatWasLostDelaysOneTicketAndNoMore)
{
    profile.proof = PrintProof::Sensor;
    host = PrinterDialogue(profile);
    connectAndPrintOne();
    (void)bytesOf(1);
    silent = true;
    pass(9s);
    silent = false;
    pass(9s);
    print(2);
    pass(12s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
    print(3);
    pass(1s);
    EXPECT_EQ(ends[3], std::vector{Outcome::Printed});
}
