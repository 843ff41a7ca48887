// A glitch within the length of a command: the printer takes up to 65 kB for that command's data.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const QByteArray kHeader("\x1D(H", 3);
const QByteArray kTwelveThousand("\x40\x30", 2); ///< what is left of "06 00 30 30 …" is mostly of this size
const QByteArray kMostThatThereIs("\xFF\xFF", 2);

/// Each way to prove a ticket and to be rid of what the printer holds.
struct Swallowing : FakePrinterTest, ::testing::WithParamInterface<const char*>
{
    void chooseFake()
    {
        chosen = loadProfile(QString::fromLatin1(GetParam()), u"/"_s).value();
        fake.answersIds = chosen.proof == PrintProof::ProcessId;
        fake.knowsClear = chosen.clear == ClearCommand::RealTime && !ignoresClear;
        chosen.baud = baud;
    }

    void connectAndPrintOne()
    {
        chooseFake();
        connect(chosen);
        pass(7s);
        print(9);
        pass(4s);
        ASSERT_EQ(ends[9], std::vector{Outcome::Printed});
    }

    /// Puts `broken` into the next ticket, at that place.
    void breakAt(std::function<qsizetype(const QByteArray&)> place, const QByteArray& broken)
    {
        wireToPrinter = [place = std::move(place), broken, isDone = false](QByteArray bytes) mutable {
            if (!bytes.contains("A001") || std::exchange(isDone, true))
                return bytes;
            return bytes.insert(place(bytes), broken);
        };
    }

    PrinterProfile chosen;
    int baud = 19'200;
    bool ignoresClear = false;

    /// So long until the job ended; meanwhile it is never said to confirm nothing.
    std::chrono::milliseconds endOf(TicketPrinter::JobId job)
    {
        bool isDoubted = false;
        const auto took = until(
            [&] {
                isDoubted = isDoubted || host.state().kind == Kind::DoesntConfirm;
                return !ends[job].empty();
            },
            120s);
        EXPECT_FALSE(isDoubted);
        return took;
    }
};

INSTANTIATE_TEST_SUITE_P(Families, Swallowing, ::testing::Values("epson-tm", "samsung-bixolon", "clone-gsr"));

} // namespace

TEST_P(Swallowing, BeforeATicketItCostsNoPaperAndNoDoubt)
{
    connectAndPrintOne();
    fake.receive(kHeader + kTwelveThousand, now);
    print(1);
    EXPECT_LE(endOf(1), 30s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
    print(2);
    EXPECT_LE(endOf(2), 4s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
}

TEST_P(Swallowing, BehindACutItCostsOneReprintAtMost)
{
    for (const QByteArray& length : {kTwelveThousand, kMostThatThereIs}) {
        connectAndPrintOne();
        breakAt([](const QByteArray& bytes) { return bytes.lastIndexOf("\x1DVB") + 4; }, kHeader + length);
        print(1);
        EXPECT_LE(endOf(1), 55s);
        EXPECT_EQ(ends[1].size(), 1U);
        EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
        print(2);
        EXPECT_LE(endOf(2), 7s) << "the printer hears again, and proves that it has cut";
        EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
        ends.clear();
        fake = FakePrinter();
    }
}

TEST_P(Swallowing, WithinATicketItIsNeverSaidToBePrinted)
{
    connectAndPrintOne();
    breakAt([](const QByteArray& bytes) { return bytes.indexOf("A001") - 3; }, kHeader + kTwelveThousand);
    print(1);
    EXPECT_LE(endOf(1), 55s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 0);
    print(2);
    EXPECT_LE(endOf(2), 5s);
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
}

// As it does what it is told, only later: nothing is cleared, and the ticket comes once.
TEST_P(Swallowing, ALateAnswerIsNone)
{
    connectAndPrintOne();
    fake.idsTake = 18s;
    print(1);
    EXPECT_LE(endOf(1), 45s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
    EXPECT_EQ(fake.clears, 0);
}

// One byte, beside what another damaged one hides, is no row: whether it hears again is asked only once.
TEST_P(Swallowing, AByteThatLooksLikeItsAnswerProvesNoTicket)
{
    connectAndPrintOne();
    const auto zeros = [this] { return fake.received.count('\0'); };
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    const auto before = zeros();
    until([&] { return zeros() - before > 1000; }, 30s);
    host.received(QByteArray("\xCC\xF7\0", 3), now);
    pass(60s);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 0);
    EXPECT_NE(ends[1], std::vector{Outcome::Printed});
}

// What an earlier run sent was damaged: nothing has ever been heard in order, but its profile says that it
// could be.
TEST_P(Swallowing, ItIsRousedBeforeTheFirstTicketOfAFreshBridge)
{
    for (const QByteArray& length : {kTwelveThousand, kMostThatThereIs}) {
        for (const int wire : {9600, 19'200}) {
            baud = wire;
            fake = FakePrinter();
            ends.clear();
            chooseFake();
            fake.receive(kHeader + length, now);
            connect(chosen);
            print(1);
            EXPECT_LE(until([this] { return !ends[1].empty(); }, 120s), 85s);
            EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
            EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
        }
    }
}

// At 9600 baud all that it may wait for takes longer than a ticket is kept waiting at once.
TEST_P(Swallowing, ZerosThatEndTooSoonGoOnBeforeTheNextTicket)
{
    ignoresClear = true;
    baud = 9600;
    connectAndPrintOne();
    fake.receive(kHeader + kMostThatThereIs, now);
    for (const TicketPrinter::JobId job : {1, 2}) {
        print(job);
        until([this, job] { return !ends[job].empty(); }, 120s);
    }
    EXPECT_EQ(ends[1].size(), 1U);
    EXPECT_NE(ends[1], std::vector{Outcome::Sent});
    EXPECT_NE(ends[2], std::vector{Outcome::Sent});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), ends[1] == std::vector{Outcome::Printed} ? 1 : 0);
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
}

// Nobody may wait for the paper of one that lost its power while it was being roused.
TEST_P(Swallowing, ASilenceMeanwhileGivesTheTicketBack)
{
    connectAndPrintOne();
    fake.knowsClear = false; // else it is roused before
    fake.receive(kHeader + kMostThatThereIs, now);
    print(1);
    pass(25s);
    ASSERT_TRUE(ends[1].empty());
    powered = false;
    EXPECT_LE(endOf(1), 15s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Offline});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 0);
}

TEST_F(FakePrinterTest, APrinterWhoseLateAnswersAreLostWhenItIsClearedIsClearedOnce)
{
    connect();
    pass(3s);
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    cutPower(600ms);
    until([this] { return !ends[1].empty(); }, 60s);
    ASSERT_EQ(ends[1], std::vector{Outcome::Unknown});
    pass(10s);
    fake.idsTake = 18s;
    wireToPrinter = [this](const QByteArray& bytes) {
        if (bytes.contains("\x10\x14\x08"))
            fake.answers.clear();
        return bytes;
    };
    print(2);
    pass(90s);
    EXPECT_EQ(fake.clears, 1);
    EXPECT_EQ(ends[2], std::vector{Outcome::Printed});
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
}
