// Each row of what was tried against printers that behave as their manuals say.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <algorithm>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

PrinterProfile profileOf(const QString& name)
{
    return loadProfile(name, u"/"_s).value();
}

const std::vector kPrinted{Outcome::Printed};
const std::vector kSent{Outcome::Sent};
const std::vector kUnknown{Outcome::Unknown};

/// What is no answer to GS r, and holds a NUL.
struct PrinterNotices : FakePrinterTest, ::testing::WithParamInterface<QByteArray>
{};

INSTANTIATE_TEST_SUITE_P(Blocks, PrinterNotices,
                         ::testing::Values(QByteArray("\x00", 1), QByteArray("\x3B\x31\x00", 3),
                                           QByteArray("\x37\x25\x00", 3),
                                           QByteArray("\x37\x23\x41\x40\x40\x40\x40\x00", 8),
                                           QByteArray("\x5F"
                                                      "BIXOLON\x00",
                                                      9),
                                           QByteArray("\xFF\x13\x41\x41\x41\x41\x00\x00\x00", 9),
                                           QByteArray("\x23\x86\x00\x00\x00\x00\x00\x00\x00", 9)));

} // namespace

TEST_F(FakePrinterTest, TriedAPrinterThatIgnoresProcessIdsPrintsOnceByItsSensor)
{
    fake.answersIds = false;
    connect();
    pass(6s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
    for (TicketPrinter::JobId job = 1; job <= 3; ++job)
        print(job);
    pass(60s);
    EXPECT_EQ(ends[1], kPrinted);
    EXPECT_EQ(ends[3], kPrinted);
    EXPECT_EQ(fake.papers().size(), 3U);
}

TEST_F(FakePrinterTest, TriedAPrinterThatConfirmsNothingIsSaidNotToConfirmAndPrintsOnce)
{
    fake.answersIds = false;
    fake.answersSensor = false;
    connect();
    pass(8s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
    EXPECT_EQ(host.state().fault(), u"doesntConfirm"_s);
    EXPECT_TRUE(host.state().ready());
    print(1);
    pass(600s);
    EXPECT_EQ(ends[1], kSent);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, TriedAConfirmationNineSecondsLateSettlesItsJob)
{
    fake.answersSensor = false; // nothing else proves it
    connect();
    fake.idsTake = 9s;
    print(1);
    pass(60s);
    EXPECT_EQ(ends[1], kPrinted);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, TriedAConfirmationSixtySecondsLateSettlesItsJob)
{
    connect();
    print(1);
    fake.onCommand = [this](const QByteArray& command) {
        if (command == "0") // of the number
            fake.idsTake = 60s;
    };
    pass(80s);
    EXPECT_EQ(ends[1], kPrinted);
}

TEST_F(FakePrinterTest, TriedPaperThatEndsInMidTicketIsWaitedForAndNothingIsReprinted)
{
    connect();
    fake.stopAtLine = 2;
    endPaperAtStop();
    print(1);
    pass(120s);
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
    EXPECT_TRUE(ends[1].empty());
    refill();
    pass(4s);
    EXPECT_EQ(ends[1], kPrinted);
    print(2);
    pass(4s);
    EXPECT_EQ(fake.papers().size(), 2U) << "neither a copy nor a blank slip";
    EXPECT_EQ(fake.clears, 0);
}

TEST_F(FakePrinterTest, TriedACoverOpenedInMidTicketIsWaitedForAndNothingIsReprinted)
{
    connect();
    fake.stopAtLine = 2;
    fake.onStop = [this] {
        fake.status[1] = "\x1A";
        fake.status[2] = "\x16";
    };
    print(1);
    pass(30s);
    EXPECT_EQ(host.state().kind, Kind::CoverOpen);
    fake.status[1] = fake.status[2] = "\x12";
    fake.stopped = false;
    pass(4s);
    EXPECT_EQ(ends[1], kPrinted);
    EXPECT_EQ(fake.papers().size(), 1U);
}

TEST_F(FakePrinterTest, TriedATicketOfWhoHasLeftIsClearedByTheFamilysCommand)
{
    connect();
    fake.stopAtLine = 2;
    endPaperAtStop();
    print(1);
    pass(10s);
    host.withdraw(1, now);
    pass(5s);
    EXPECT_EQ(ends[1], kUnknown);
    EXPECT_EQ(fake.clears, 1);
    refill();
    pass(10s);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 0);
    print(2);
    pass(5s);
    EXPECT_EQ(ends[2], kPrinted);
}

TEST_F(FakePrinterTest, TriedAOneWayPrinterWithoutPaperIsNeverSaidToHavePrinted)
{
    fake.status.clear();
    fake.answersIds = fake.answersSensor = false;
    fake.stopped = true;
    connect(profileOf(u"one-way"_s));
    print(1);
    pass(10s);
    EXPECT_EQ(ends[1], kSent);
}

TEST_F(FakePrinterTest, TriedAPrinterWhoseStatusHasAWrongFixedBitPrintsWhereWritesAreTrusted)
{
    for (auto& [question, answer] : fake.status)
        answer = "\x02";
    connectTrusting();
    pass(10s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
    print(1);
    pass(10s);
    EXPECT_EQ(ends[1], kSent);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, TriedWithoutThatTrustAPrinterWithoutStatusGetsNoTicket)
{
    fake.status.clear();
    connect();
    pass(10s);
    EXPECT_EQ(host.state().kind, Kind::Silent);
    print(1);
    pass(1s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Offline});
}

TEST_F(FakePrinterTest, TriedXoffWhileOffLineStaysPaperOut)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[4] = "\x72";
    pass(3s);
    ASSERT_EQ(host.state().kind, Kind::PaperOut);
    host.lineBlocked(true, now);
    powered = false;
    pass(60s);
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
    powered = true;
    host.lineBlocked(false, now);
    fake.status[1] = fake.status[4] = "\x12";
    pass(4s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
}

TEST_F(FakePrinterTest, TriedABlockedLineIsCalledSo)
{
    connect();
    host.lineBlocked(true, now);
    pass(30s);
    EXPECT_EQ(host.state().kind, Kind::Blocked);
}

TEST_P(PrinterNotices, TriedAPowerCutInMidTicketProvesNothingWhateverIsSaidAtIt)
{
    fake.answersIds = false;
    connect(profileOf(u"clone-gsr"_s));
    print(9);
    pass(3s);
    ASSERT_EQ(ends[9], kPrinted);
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    ASSERT_TRUE(fake.stopped);
    cutPower(600ms, GetParam());
    pass(60s);
    EXPECT_EQ(ends[1], kUnknown);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 0);
}

TEST_F(FakePrinterTest, TriedASecondPowerCutThatTakesTheCutBetweenTwoTicketsPutsNothingBehindTheFragment)
{
    connect();
    print(9);
    pass(3s);
    ASSERT_EQ(ends[9], kPrinted);
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    cutPower(600ms);
    wireToPrinter =
        [this](const QByteArray& bytes) { // all up to the middle of a ticket's head is lost with the power
            const auto cut = bytes.indexOf("\x1DVB");
            if (cut < 0)
                return bytes;
            wireToPrinter = [](const QByteArray& rest) { return rest; };
            return bytes.mid(cut + 6);
        };
    until([this] { return !ends[1].empty(); }, 60s);
    ASSERT_EQ(ends[1], kUnknown);
    print(2);
    pass(60s);
    EXPECT_EQ(ends[2].size(), 1U);
    for (const auto& each : fake.papers())
        if (const std::string text = each.plainText(); text.find("A002") != std::string::npos) {
            EXPECT_EQ(std::ranges::count(text, '\n'),
                      std::ranges::count(fake.papers().front().plainText(), '\n'))
                << text;
        }
}

TEST_F(FakePrinterTest, TriedACutterJamThatWasClearedTenMinutesAgoIsLeftWithinFourSeconds)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[2] = "\x52";
    fake.status[3] = "\x1A";
    bool isCleared = false;
    fake.onEnquiry = [&](int) {
        if (isCleared)
            fake.status[1] = fake.status[2] = fake.status[3] = "\x12";
    };
    pass(600s);
    EXPECT_EQ(host.state().kind, Kind::CutterFault);
    isCleared = true;
    EXPECT_LE(until([this] { return host.state().ready(); }, 10s), 4s);
}

TEST_F(FakePrinterTest, TriedACoverErrorOfATmL90IsLeftWithinFourSecondsAndTheTicketComesOnce)
{
    connect(profileOf(u"epson-tm-cover-error"_s));
    fake.stopAtLine = 3;
    fake.onStop = [this] {
        fake.status[1] = "\x1A";
        fake.status[2] = "\x56";
    };
    fake.onEnquiry = [this](int) {
        if (fake.status[2] == "\x16")
            return;
        if (fake.status[2] != "\x52")
            return; // the cover is still open
        fake.status[1] = fake.status[2] = "\x12";
        fake.stopped = false;
    };
    print(1);
    pass(60s);
    EXPECT_EQ(host.state().kind, Kind::CoverOpen);
    fake.status[2] = "\x52";
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 10s), 4s);
    EXPECT_EQ(ends[1], kPrinted);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}
