// Printers whose answers are late, and what ends while nothing can be asked.
#include <firmware-bridge/printer/contact/proof_desk.h>
#include <firmware-bridge/printer/fake_printer.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kPrintedLate{Outcome::Printed};
const std::vector kSentOnly{Outcome::Sent};
const std::vector kNobodyKnows{Outcome::Unknown};

} // namespace

TEST_F(FakePrinterTest, AClearCommandThatAStrangerIgnoresHidesACureForFourSecondsAtMost)
{
    fake.knowsClear = false;
    connect();
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    ASSERT_TRUE(fake.stopped);
    fake.status[1] = "\x1A";
    fake.status[2] = "\x16";
    pass(3s);
    ASSERT_EQ(host.state().kind, Kind::CoverOpen);
    host.withdraw(1, now);
    until([this] { return fake.clears > 0; }, 1s);
    ASSERT_EQ(fake.clears, 1);
    fake.status[1] = fake.status[2] = "\x12";
    fake.stopped = false;
    EXPECT_LE(until([this] { return host.state().ready(); }, 20s), 4400ms);
}

TEST_F(FakePrinterTest, APrinterThatConfirmsFortySecondsLatePrintsEachTicketOnce)
{
    fake.idsTake = 40s;
    connect();
    pass(60s);
    ASSERT_EQ(host.state().kind, Kind::Ready);
    print(1);
    print(2);
    pass(240s);
    EXPECT_EQ(ends[1], kPrintedLate);
    EXPECT_EQ(ends[2], kPrintedLate);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, ATicketThatWasOnlySentIsPartedFromTheNextWhenThePowerWasCutAfterIt)
{
    fake.answersIds = false;
    fake.answersSensor = false;
    connect();
    pass(8s);
    for (const TicketPrinter::JobId job : {1, 2}) { // the first parts from an earlier run
        print(job);
        pass(10s);
        ASSERT_EQ(ends[job], kSentOnly);
    }
    cutPower(10s);
    pass(20s);
    const auto before = fake.received.size();
    print(3);
    pass(10s);
    const QByteArray third = fake.received.mid(before);
    EXPECT_LT(third.indexOf("\x1DV"), third.indexOf("A003"));
}

TEST_F(FakePrinterTest, APowerCutThatBlocksTheLineProvesNothingThoughTheRestComesOutAndIsConfirmed)
{
    connect();
    print(1);
    until([this] { return fake.received.contains("A001"); }, 5s);
    host.lineBlocked(true, now);
    fake.idsTake = 4s;
    for (auto& [at, bytes] : fake.answers)
        at += 4s;
    pass(2s);
    host.lineBlocked(false, now);
    pass(10s);
    EXPECT_EQ(ends[1], kNobodyKnows);
}

TEST_F(FakePrinterTest, AnErrorThatEndsWhileNoCommandCanPassEndedWithThePower)
{
    connect();
    print(1);
    until([this] { return fake.received.contains("A001"); }, 5s);
    fake.idsTake = 6s;
    for (auto& [at, bytes] : fake.answers)
        at += 6s;
    host.lineBlocked(true, now);
    host.received(QByteArray("\x18\x08\x00\x00", 4), now); // the cutter
    pass(4s);
    host.lineBlocked(false, now);
    host.received(QByteArray("\x10\x00\x00\x00", 4), now);
    pass(20s);
    EXPECT_EQ(ends[1], kNobodyKnows);
}

TEST(ProofDesk, WhereAnswersAreLateOneToAnEarlierQuestionPassesNoLaterOne)
{
    ProofDesk desk;
    desk.lineOpened(0s);
    for (const SteadyTime at : {1s, 3s, 5s})
        (void)desk.askOnce(PrintProof::Sensor, at);
    desk.answered(PaperSensorStatus{0}, 21s); // of the question at 1 s; since 5 s nothing was asked
    (void)desk.ask(PrintProof::Sensor, 22s);
    (void)desk.askOnce(PrintProof::Sensor, 22500ms);
    desk.answered(PaperSensorStatus{0}, 23s);
    EXPECT_FALSE(desk.passed(desk.last(), 24s));
    desk.answered(PaperSensorStatus{0}, 25s);
    EXPECT_FALSE(desk.settled(40s)); // the row of 22 s is still to come
    for (int i = 0; i < 4; ++i)
        desk.answered(PaperSensorStatus{0}, 42s);
    EXPECT_TRUE(desk.passed(desk.last(), 43s));
    EXPECT_TRUE(desk.settled(43s));
}
