// What a wire loses of a ticket: marks between its lines, and what else is asked when an answer is missing.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/printer/transit_marks.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kIsPrinted{Outcome::Printed};
const std::vector kIsUnknown{Outcome::Unknown};
constexpr std::chrono::milliseconds kLooseFor = 300ms;
const QByteArray kMark("\x10\x04\x01", 3);
const QByteArray kCut("\x1DVB", 3);

PrintedTicket ticketWithCode()
{
    PrintedTicket ticket;
    ticket.hall = u"厅"_s;
    ticket.number = u"A001"_s;
    ticket.service = u"账户业务"_s;
    ticket.ahead = 3;
    ticket.statusUrl = u"https://hall.example/t/abcdefghijkl"_s;
    return ticket;
}

/// A part of what is sent.
struct Stretch
{
    qsizetype from = 0;
    qsizetype length = 0;

    [[nodiscard]] bool holds(const Stretch& other) const
    {
        return other.from >= from && other.from + other.length <= from + length;
    }
};

/// Between the marks at a ticket's number.
Stretch numberIn(const QByteArray& bytes)
{
    const qsizetype number = bytes.indexOf("A001");
    const qsizetype from = bytes.lastIndexOf(kMark, number) + kMark.size();
    return {from, bytes.indexOf(kMark, number) - from};
}

/// Both ways of proof that need a wire.
struct LooseCable : FakePrinterTest, ::testing::WithParamInterface<const char*>
{
    void connectAndPrintOne(int baud)
    {
        PrinterProfile chosen = loadProfile(QString::fromLatin1(GetParam()), u"/"_s).value();
        chosen.baud = baud;
        fake.answersIds = chosen.proof == PrintProof::ProcessId;
        connect(chosen);
        pass(3s);
        print(9);
        pass(4s);
        ASSERT_EQ(ends[9], kIsPrinted);
    }

    void connectAnew()
    {
        PrinterProfile chosen = loadProfile(QString::fromLatin1(GetParam()), u"/"_s).value();
        chosen.baud = 9600;
        ends.clear();
        fake = FakePrinter();
        fake.answersIds = chosen.proof == PrintProof::ProcessId;
        connect(chosen);
        until([this] { return host.state().ready(); }, 5s);
        ASSERT_TRUE(host.state().ready());
    }

    /// All that the host has to send until the ticket of `job` is among it, not yet at the printer.
    QByteArray bytesOf(TicketPrinter::JobId job)
    {
        print(job);
        return bytesOfTicket();
    }

    QByteArray bytesOfTicket()
    {
        QByteArray bytes;
        for (int i = 0; i < 100 && !bytes.contains("A001"); ++i) {
            if (!bytes.isEmpty())
                fake.receive(std::exchange(bytes, {}), now);
            for (; !fake.answers.empty(); fake.answers.pop_front())
                host.received(fake.answers.front().second, now);
            now += 20ms;
            host.tick(now);
            bytes = host.takeOutput();
        }
        return bytes;
    }
};

/// From when it says that it hears, to the cut.
struct SilentPrinter : FakePrinterTest
{
    void printOne(TicketPrinter::JobId job)
    {
        bool isHearing = true;
        fake.onCommand = [this, &isHearing](const QByteArray& command) {
            if (command.startsWith("\x1Dr") && std::exchange(isHearing, false))
                fake.answersRealTime = false;
            if (command.startsWith(kCut))
                fake.answersRealTime = true;
        };
        print(job);
        pass(10s);
        fake.onCommand = [](const QByteArray&) {};
    }
};

INSTANTIATE_TEST_SUITE_P(Proofs, LooseCable, ::testing::Values("epson-tm", "clone-gsr"));

} // namespace

TEST_P(LooseCable, ATicketOfWhichItLosesAPartIsNotSaidToBePrinted)
{
    for (const int baud : {9600, 19200}) {
        const qsizetype lost = baud * kLooseFor.count() / 10'000;
        for (qsizetype from = 0; from < 340; from += 11) {
            SCOPED_TRACE(std::to_string(baud) + " baud, byte " + std::to_string(from));
            ends.clear();
            fake = FakePrinter();
            ASSERT_NO_FATAL_FAILURE(connectAndPrintOne(baud));
            QByteArray bytes = bytesOf(1);
            const qsizetype begin = bytes.indexOf("\x1B@");
            ASSERT_GE(begin, 0);
            if (begin + from >= bytes.indexOf("\x1DVB"))
                break; // the ticket is whole
            fake.receive(bytes.remove(begin + from, lost), now);
            pass(20s);
            ASSERT_EQ(ends[1], kIsUnknown);
        }
    }
}

TEST_P(LooseCable, WhatIsSaidToBePrintedHasItsNumberAndItsCutWhateverIsLost)
{
    int noticed = 0;
    int missed = 0; // GS r: when a QR code has eaten all of a row but one answer
    for (qsizetype from = 0; from < 340; from += 4)
        for (const qsizetype length : {1, 4, 12, 35, 60, 70, 80, 100, 220}) {
            ASSERT_NO_FATAL_FAILURE(connectAnew());
            host.print(1, ticketWithCode(), now);
            QByteArray bytes = bytesOfTicket();
            const Stretch lost{bytes.lastIndexOf("\x1B@") + from, length};
            const Stretch cut{bytes.lastIndexOf(kCut), 4};
            if (lost.from >= bytes.size() || numberIn(bytes).holds(lost) || cut.holds(lost))
                continue;
            fake.receive(bytes.remove(lost.from, lost.length), now);
            until([this] { return !ends[1].empty(); }, 60s);
            noticed += ends[1] == kIsUnknown ? 1 : 0;
            missed += ends[1] == kIsPrinted && fake.wholeCopiesOf("A001") != 1 ? 1 : 0;
        }
    EXPECT_GT(noticed, 100);
    EXPECT_LE(missed, profile.proof == PrintProof::ProcessId ? 0 : 5);
}

TEST_P(LooseCable, AWholeTicketWhoseAnswersToMarksAreDamagedIsPrintedOnce)
{
    connectAndPrintOne(19200);
    bool isDamaged = false;
    wireToHost = [&isDamaged](QByteArray bytes) {
        if (!std::exchange(isDamaged, true))
            bytes[0] = static_cast<char>(bytes[0] ^ 0x80);
        return bytes;
    };
    QByteArray bytes = bytesOf(1);
    fake.receive(bytes, now);
    pass(20s);
    EXPECT_EQ(ends[1], kIsPrinted);
}

TEST_P(LooseCable, AnAnswerThatIsLostIsAskedForAgainAndProvesAWholeTicket)
{
    connectAndPrintOne(19200);
    QByteArray bytes = bytesOf(1);
    bytes.remove(bytes.lastIndexOf("\x1DVB") + 7, bytes.size());
    fake.receive(bytes, now);
    pass(20s);
    EXPECT_EQ(ends[1], kIsPrinted);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(SilentPrinter, IsToldFromALooseCableAfterOneTicketAlsoWhenItsLineIsOpenedAnew)
{
    connect();
    pass(3s);
    printOne(1);
    EXPECT_EQ(ends[1], kIsUnknown);
    printOne(2);
    EXPECT_EQ(ends[2], kIsPrinted) << "the reprint";
    host.lineLost(now);
    host.lineOpened(now);
    pass(5s);
    printOne(3);
    EXPECT_EQ(ends[3], kIsPrinted);
}

TEST_F(SilentPrinter, CostsNoReprintWhereItsProfileSaysThatItAnswersInOrder)
{
    PrinterProfile measured;
    measured.statusInOrder = true;
    connect(measured);
    pass(3s);
    printOne(1);
    EXPECT_EQ(ends[1], kIsPrinted);
}

TEST(SilentHabit, IsNoCableThatLosesAPartTwice)
{
    SilentHabit habit;
    EXPECT_FALSE(habit.explains(MissingMarks::Most));
    habit.note(MissingMarks::Most);
    EXPECT_FALSE(habit.explains(MissingMarks::Some));
    EXPECT_TRUE(habit.explains(MissingMarks::Most));
    habit.note(MissingMarks::None);
    EXPECT_FALSE(habit.explains(MissingMarks::Most));
}

TEST(TransitMarks, EncloseTheNumberAndTheCutAndStandWithin300MillisecondsOfTheWire)
{
    for (const int baud : {9600, 19200, 115200}) {
        const TicketBytes bytes = layOutLines(ticketWithCode(), {});
        const MarkedTicket marked = withMarks({}, bytes, {.mark = kMark}, baud);
        EXPECT_EQ(QByteArray(marked.bytes).replace(kMark, ""), bytes.bytes);
        EXPECT_EQ(marked.bytes.count(kMark), marked.marks);
        EXPECT_LE(numberIn(marked.bytes).length, 15) << "its size, weight and line end";
        EXPECT_TRUE(marked.bytes.endsWith(kMark + feedAndCut({}) + kMark));
        for (qsizetype at = 0, next = 0; (next = marked.bytes.indexOf(kMark, at + 1)) > 0; at = next)
            EXPECT_LE((next - at - kMark.size()) * 10'000 / baud, 300);
    }
}

TEST(TransitMarks, EncloseTheWordsThatAPaperIsTheSecond)
{
    PrintedTicket again = ticketWithCode();
    again.reprint = true;
    const TicketBytes bytes = layOutLines(again, {});
    const MarkedTicket marked = withMarks({}, bytes, {.mark = kMark}, 9600);
    EXPECT_EQ(marked.bytes.indexOf(kMark), printerReset({}).size());
    const qsizetype words = marked.bytes.indexOf("REPRINT");
    EXPECT_LE(marked.bytes.indexOf(kMark, words) - words, 9);
}

TEST_F(FakePrinterTest, AJobOfATrustedPrinterThatFallsSilentAndCantBeClearedEndsWithinMinutes)
{
    fake.knowsClear = false;
    connectTrusting();
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    ASSERT_TRUE(fake.stopped);
    fake.status.clear();
    pass(12min);
    EXPECT_EQ(ends[1].size(), 1U);
}

TEST_F(FakePrinterTest, ATicketWhoseCustomerLeftIsClearedWhenItIsHeldUpAfterwards)
{
    connect();
    fake.stopAfter(4);
    endPaperAtStop();
    print(1);
    until([this] { return fake.received.contains("A001"); }, 5s);
    host.withdraw(1, now);
    pass(5s);
    EXPECT_EQ(fake.clears, 1);
    EXPECT_EQ(ends[1], kIsUnknown);
}

TEST_F(FakePrinterTest, WhatAnEarlierRunLeftInAJammedPresenterPrinterIsCleared)
{
    fake.status[20] = QByteArray("\x10\x0F\x00\x00\x40\x00", 6);
    connect(loadProfile(u"custom-presenter"_s, u"/"_s).value());
    pass(3s);
    EXPECT_TRUE(fake.received.contains(QByteArray("\x1C\xC0\x18\x10\x14\x1A", 6)));
}

TEST_F(FakePrinterTest, WhatAPrinterCanProveIsFoundOutWithinThreeSeconds)
{
    fake.answersIds = fake.answersSensor = false;
    const SteadyTime begin = now;
    connect();
    until([this] { return host.state().kind == Kind::DoesntConfirm; }, 10s);
    EXPECT_LE(now - begin, 3s);
}
