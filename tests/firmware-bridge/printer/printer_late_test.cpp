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

TEST_F(FakePrinterTest, ALatePrinterIsReadyWhenItsLineIsOpenedAnewAndItsTicketWaitsForItsAnswer)
{
    fake.idsTake = 18s;
    fake.answersSensor = false;
    connect();
    pass(30s);
    ASSERT_EQ(host.state().kind, Kind::Ready);
    for (const TicketPrinter::JobId job : {1, 2}) {
        fake.answersIds = job == 1; // then it is another printer, which proves nothing
        cutPower(4s);
        pass(2s);
        host.lineLost(now);
        pass(1s);
        host.lineOpened(now);
        EXPECT_LE(until([this] { return host.state().ready(); }, 20s), 4s);
        print(job);
        EXPECT_LE(until([this, job] { return !ends[job].empty(); }, 120s), 80s);
    }
    EXPECT_EQ(ends[1], kPrintedLate);
    EXPECT_EQ(ends[2], kSentOnly);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
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

namespace {

void answer(ProofDesk& desk, int times, SteadyTime at)
{
    for (int i = 0; i < times; ++i)
        desk.answered(PaperSensorStatus{0}, at);
    desk.tick(at + 200ms);
}

int rowAsked(ProofDesk& desk, SteadyTime at)
{
    return static_cast<int>(desk.ask(PrintProof::Sensor, at).count("\x1Dr"));
}

} // namespace

TEST(ProofDesk, ALateAnswerToAnEarlierRowProvesNoLaterOne)
{
    ProofDesk desk;
    desk.lineOpened(0s);
    const int first = rowAsked(desk, 1s);
    const int second = rowAsked(desk, 5s);
    const ProofDesk::Serial its = desk.last();
    ASSERT_NE(first, second);
    answer(desk, first, 20s);
    EXPECT_FALSE(desk.proven(its));
    EXPECT_TRUE(desk.late());
    answer(desk, second, 25s);
    EXPECT_TRUE(desk.proven(its));
}

TEST(ProofDesk, AnswersFromBeforeTheirQuestionProveNothingThoughItIsOfTheSameMillisecond)
{
    constexpr int kLongestRow = 9;
    for (int answers = 1; answers <= kLongestRow; ++answers) {
        ProofDesk desk;
        desk.lineOpened(0s);
        for (int i = 0; i < answers; ++i)
            desk.answered(PaperSensorStatus{0}, 1s);
        const int row = rowAsked(desk, 1s);
        desk.tick(1200ms);
        EXPECT_FALSE(desk.proven(desk.last())) << answers;
        answer(desk, row, 2s);
        EXPECT_TRUE(desk.proven(desk.last())) << answers;
    }
}

TEST(ProofDesk, TheRestOfDamagedAutomaticStatusProvesNothing)
{
    ProofDesk desk;
    desk.lineOpened(0s);
    for (SteadyTime at = 1s; at < 10s; at += 1s) {
        const int row = rowAsked(desk, at);
        ASSERT_GT(row, 3);
        answer(desk, 3, at + 200ms);
        EXPECT_FALSE(desk.proven(desk.last()));
        EXPECT_TRUE(desk.brokenSince(at));
        answer(desk, row - 3, at + 500ms);
        EXPECT_FALSE(desk.proven(desk.last())) << "in two pieces";
    }
}

TEST(ProofDesk, RowsThatWereHeldUpAreAnsweredTogether)
{
    ProofDesk desk;
    desk.lineOpened(0s);
    const int first = rowAsked(desk, 1s);
    const ProofDesk::Serial its = desk.last();
    const int second = rowAsked(desk, 9s);
    desk.held(9s);
    answer(desk, first + second, 40s);
    EXPECT_TRUE(desk.proven(its));
    EXPECT_FALSE(desk.late()) << "it was held up";
}

TEST(ProofDesk, TheSecondPieceOfAnEarlierRowProvesNoLaterOne)
{
    constexpr int kLongestRow = 14;
    ProofDesk desk;
    desk.lineOpened(0s);
    int first = rowAsked(desk, 1s);
    while (first < kLongestRow) { // so that the next row is shorter, and a piece of it as long as another
        answer(desk, first, 3s);
        first = rowAsked(desk, 3s);
    }
    const int second = rowAsked(desk, 4s);
    const ProofDesk::Serial its = desk.last();
    ASSERT_LT(second, first);
    answer(desk, first - second, 5s);
    answer(desk, second, 6s);
    EXPECT_FALSE(desk.proven(its));
}

TEST_F(FakePrinterTest, APrinterKnownToBeLateIsntAskedWhetherItHearsBeforeEachTicket)
{
    fake.idsTake = 40s;
    connect();
    pass(90s);
    ASSERT_EQ(host.state().kind, Kind::Ready);
    print(1);
    EXPECT_LE(until([this] { return fake.received.contains("A001"); }, 60s), 1s);
}

/// A question that is dropped meanwhile isn't waited for: a mark's answer would be taken for its own.
TEST_F(FakePrinterTest, TriedTheNextTicketIsProvenWheneverTheOneBeforeWasCleared)
{
    for (int later = 0; later < 2000; later += 7) {
        SCOPED_TRACE(later);
        ends.clear();
        fake = FakePrinter();
        connect();
        fake.stopAtLine = 2;
        endPaperAtStop();
        print(1);
        pass(6s + std::chrono::milliseconds(later));
        host.withdraw(1, now);
        refill();
        until([this] { return !ends[1].empty() && host.state().ready(); }, 5s);
        print(2);
        until([this] { return !ends[2].empty(); }, 20s);
        ASSERT_EQ(ends[2], kPrinted);
        ASSERT_EQ(fake.wholeCopiesOf("A002"), 1);
    }
}

/// The heartbeat's first question is under way when a printer is cleared; `isAnswered`: its answer comes
/// before that of the clear command, and the next question isn't sent any more.
struct QuestionAtAClear : FakePrinterTest, ::testing::WithParamInterface<bool>
{
    void clearWithAQuestionUnderWay()
    {
        fake.stopAfter(2);
        endPaperAtStop();
        print(1);
        pass(6s);
        fake.answersRealTime = fake.knowsClear = false;
        fake.received.clear();
        until([this] { return fake.received.endsWith(QByteArray("\x10\x04\x01", 3)); }, 5s);
        host.withdraw(1, now);
        step();
    }
};

INSTANTIATE_TEST_SUITE_P(Answers, QuestionAtAClear, ::testing::Bool());

TEST_P(QuestionAtAClear, IsForgottenSoThatItsAnswerIsNotTakenFromTheNextTicketsMarks)
{
    connect();
    ASSERT_NO_FATAL_FAILURE(clearWithAQuestionUnderWay());
    ASSERT_EQ(fake.clears, 1);
    fake.loseBuffer();
    refill();
    fake.answersRealTime = fake.knowsClear = true;
    host.received(QByteArray("\x10\x00\x00\x00", 4), now); // the refill
    if (GetParam())
        host.received("\x12", now);
    host.received(QByteArray("\x37\x25\x00", 3), now);
    print(2);
    until([this] { return !ends[2].empty(); }, 20s);
    EXPECT_EQ(ends[1], kNobodyKnows);
    EXPECT_EQ(ends[2], kPrintedLate);
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
}
