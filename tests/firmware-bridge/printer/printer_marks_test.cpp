// What a wire loses of a ticket: marks between its lines, and what else is asked when an answer is missing.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/printer/transit_marks.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kIsPrinted{Outcome::Printed};
const std::vector kIsUnknown{Outcome::Unknown};
constexpr std::chrono::milliseconds kLooseFor = 150ms;

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

    /// All that the host has to send until the ticket of `job` is among it, not yet at the printer.
    QByteArray bytesOf(TicketPrinter::JobId job)
    {
        print(job);
        QByteArray bytes;
        for (int i = 0; i < 100 && !bytes.contains("\x1DVB"); ++i) {
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

TEST_F(FakePrinterTest, APrinterThatIsSilentWhileItPrintsIsToldFromALooseCableAfterTwoTickets)
{
    connect();
    pass(3s);
    bool isHearing = false; // from when it says that it hears, to the cut
    fake.onCommand = [this, &isHearing](const QByteArray& command) {
        if (command.startsWith("\x1Dr") && std::exchange(isHearing, false))
            fake.answersRealTime = false;
        if (command.startsWith("\x1DV"))
            fake.answersRealTime = true;
    };
    for (TicketPrinter::JobId job = 1; job <= 4; ++job) {
        isHearing = true;
        print(job);
        pass(10s);
    }
    EXPECT_EQ(ends[1], kIsUnknown);
    EXPECT_EQ(ends[3], kIsPrinted);
    EXPECT_EQ(ends[4], kIsPrinted);
}

TEST(TransitMarks, StandAtEachEndAndWithin130MillisecondsOfTheWire)
{
    const QByteArray mark("\x10\x04\x01", 3);
    PrintedTicket ticket;
    ticket.hall = u"厅"_s;
    ticket.number = u"A001"_s;
    ticket.service = u"账户业务"_s;
    ticket.statusUrl = u"https://hall.example/t/abcdefghijkl"_s;
    for (const int baud : {9600, 19200, 115200}) {
        const TicketBytes bytes = layOutLines(ticket, {});
        const MarkedTicket marked = withMarks({}, bytes, mark, baud);
        EXPECT_EQ(QByteArray(marked.bytes).replace(mark, ""), bytes.bytes);
        EXPECT_EQ(marked.bytes.count(mark), marked.marks);
        EXPECT_TRUE(marked.bytes.startsWith(mark) && marked.bytes.endsWith(mark));
        for (qsizetype at = 0, next = 0; (next = marked.bytes.indexOf(mark, at + 1)) > 0; at = next)
            EXPECT_LE((next - at) * 10'000 / baud, 130);
    }
}

TEST_F(FakePrinterTest, AJobOfATrustedPrinterThatFallsSilentAndCantBeClearedEndsWithinMinutes)
{
    fake.knowsClear = false;
    PrinterProfile trusting;
    trusting.trustWrites = true;
    connect(trusting);
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
