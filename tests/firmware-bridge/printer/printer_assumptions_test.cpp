// What a driver must not assume: one test a point, in its order.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

#include <array>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

PrinterProfile written(const QByteArray& toml)
{
    return parseProfile(toml, u"test.toml"_s).value();
}

const QByteArray kPmu = R"(
[[status]]
question = 4
near_end = ["xxxx1xxx"]
paper_out = ["xx1xxxxx"]
ticket_waiting = ["x0xxxxxx"]
[presenter]
kind = "citizen"
)";

const QByteArray kPhoenix = R"(
[answers]
status_in_order = true
[[status]]
question = 3
fixed = "xxxxxxxx"
cutter = ["xxxx1xxx"]
[[status]]
question = 4
fixed = "0xxxxx10"
paper_out = ["xx1xxxxx"]
)";

const QByteArray kReliance = R"(
[[status]]
question = 4
fixed = "0xxxxxx0"
paper_out = ["x11xxxxx"]
)";

} // namespace

TEST_F(FakePrinterTest, Assumption1StatusBitsMeanWhatTheProfileSays)
{
    fake.status[4] = "\x52";
    connect(written(kPmu));
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::Ready) << "presenter empty";
    fake.status[4] = "\x12";
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::TicketWaiting);
}

TEST_F(FakePrinterTest, Assumption2AnswersWithoutFixedBitsAreTakenWhereTheProfileSaysSo)
{
    fake.status = {{3, QByteArray(1, '\0')}, {4, "\x1E"}};
    connect(written(kPhoenix));
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
}

TEST_F(FakePrinterTest, Assumption2RelianceSaysNoPaperWithoutTheFixedBits)
{
    fake.status[4] = "\x6C";
    connect(written(kReliance));
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::PaperOut);
}

TEST_F(FakePrinterTest, Assumption3APrinterThatAnswersInOrderIsntSilentWhileItPrints)
{
    fake.status = {{3, QByteArray(1, '\0')}, {4, "\x1E"}};
    connect(written(kPhoenix));
    const auto answers = fake.status;
    print(1);
    until([this] { return fake.received.contains("A001"); }, 3s);
    fake.status.clear();
    fake.idsTake = 8s;
    pass(7s);
    EXPECT_TRUE(host.state().ready());
    fake.status = answers;
    pass(10s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(FakePrinterTest, Assumption5SilenceOfTheSensorIsItsReport)
{
    PrinterProfile clone;
    clone.proof = PrintProof::Sensor;
    connect(clone);
    fake.stopAfter(2);
    endPaperAtStop();
    print(1);
    pass(60s);
    EXPECT_TRUE(ends[1].empty());
    refill();
    pass(5s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
    EXPECT_EQ(fake.papers().size(), 1U);
}

TEST_F(FakePrinterTest, Assumption5ASensorThatAnswersNoPaperProvesNothing)
{
    constexpr std::array kNoPaper{'\x0C', '\x0F'}; // the second is how a frame of Star's begins, too
    PrinterProfile clone;
    clone.proof = PrintProof::Sensor;
    connect(clone);
    for (TicketPrinter::JobId job = 1; job <= kNoPaper.size(); ++job) {
        const QByteArray number = "A00" + QByteArray::number(job);
        print(job);
        until([&] { return fake.received.contains(number); }, 3s);
        fake.sensor = QByteArray(1, kNoPaper.at(job - 1));
        fake.status[4] = "\x72";
        pass(20s);
        EXPECT_TRUE(ends[job].empty()) << number.constData();
        fake.sensor = QByteArray(1, '\0');
        fake.status[4] = "\x12";
        pass(5s);
        EXPECT_EQ(ends[job], std::vector{Outcome::Printed}) << number.constData();
    }
}

TEST_F(FakePrinterTest, Assumption7ARefillThatWaitsForFeedIsEndedByEnquiryZero)
{
    connect();
    fake.status[1] = "\x3A"; // off line, waits for recovery
    fake.onEnquiry = [this](int n) {
        if (n == 0)
            fake.status[1] = "\x12";
    };
    EXPECT_LE(until([this] { return fake.status[1] == "\x12"; }, 10s), 4s);
    EXPECT_LE(until([this] { return host.state().ready(); }, 10s), 4s);
}

TEST_F(FakePrinterTest, Assumption8AnErrorIsRecoveredAgainAndAgainWhileItsBitStands)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[3] = "\x1A";
    pass(30s);
    EXPECT_GE(fake.enquiries.size(), 10U);
}

TEST_F(FakePrinterTest, Assumption8NothingIsRecoveredUnderAnOpenCover)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[2] = "\x56";
    fake.status[3] = "\x1A";
    pass(30s);
    EXPECT_TRUE(fake.enquiries.empty());
}

TEST_F(FakePrinterTest, Assumption9APrinterWithoutEnquiryIsSentNone)
{
    connect(written("[answers]\nrecovery = \"none\"\nrecovery_in_ticket = \"none\"\n"));
    fake.status[1] = "\x1A";
    fake.status[3] = "\x1A";
    pass(10s);
    EXPECT_TRUE(fake.enquiries.empty());
    EXPECT_EQ(host.state().kind, Kind::CutterFault);
}

TEST_F(FakePrinterTest, Assumption10TheClearCommandIsTenBytesOfHexadecimal)
{
    fake.status[4] = "\x72";
    connect();
    pass(3s);
    EXPECT_TRUE(fake.received.contains(QByteArray("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10)));
    EXPECT_EQ(fake.clears, 1) << "what an earlier run left in it doesn't come out with the refill";
}

TEST_F(FakePrinterTest, Assumption10NothingIsSentUntilTheClearCommandIsAnswered)
{
    fake.knowsClear = false;
    fake.status[4] = "\x72";
    host.lineOpened(now);
    until([this] { return fake.clears == 1; }, 5s);
    const auto sent = fake.received.size();
    pass(1s);
    EXPECT_EQ(fake.received.size(), sent);
}

TEST_F(FakePrinterTest, Assumption12AutomaticStatusIsAcceptedUnasked)
{
    connect();
    fake.status[2] = "\x16";
    host.received(QByteArray("\x38\x00\x00\x00", 4), now);
    pass(100ms);
    EXPECT_EQ(host.state().kind, Kind::CoverOpen);
}

TEST_F(FakePrinterTest, Assumption12AutomaticStatusIsArmedAgainAfterAPowerCut)
{
    connect();
    cutPower(10s);
    fake.received.clear();
    pass(5s);
    EXPECT_TRUE(fake.received.contains("\x1D"
                                       "a\x0E"));
}

TEST_F(FakePrinterTest, Assumption13ThePowerOnNoticeEndsTheTicketThatWasInside)
{
    connect();
    fake.stopAfter(2);
    print(1);
    pass(500ms);
    cutPower(100ms, QByteArray("\x3B\x31\x00", 3));
    pass(1s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
}

TEST_F(FakePrinterTest, Assumption14AFrameOfNipponsIsNoXoffAndNamesTheLanguage)
{
    fake.status.clear();
    connect();
    host.received(QByteArray("\xFF\x13\x41\x41\x41\x41\x40\x40\x40\x40", 10), now);
    pass(8s);
    EXPECT_EQ(host.state().kind, Kind::OtherLanguage);
    EXPECT_EQ(host.state().detail, u"Nippon"_s);
}

TEST_F(FakePrinterTest, Assumption14XoffWithinABlockIsNoPartOfIt)
{
    connect();
    wireToHost = [](QByteArray bytes) { return bytes.size() > 3 ? bytes.insert(3, '\x13') : bytes; };
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(FakePrinterTest, Assumption15APrinterThatCantPrintIsSentRealTimeCommandsAlone)
{
    fake.status[1] = "\x1A";
    fake.status[4] = "\x72";
    connect();
    pass(20s);
    EXPECT_FALSE(fake.received.contains("\x1B@"));
    EXPECT_FALSE(fake.received.contains(QByteArray(8, '\0')));
}

TEST_F(FakePrinterTest, TriedAMechanicalErrorOnLineIsAJamAndNoTicketIsSentIntoIt)
{
    connect();
    fake.status[3] = "\x16";
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::Jam);
    expectRefused(Outcome::Offline, 2s);
}

TEST_F(FakePrinterTest, TriedFeedAndAHotHeadPassByThemselvesAndATicketWaitsForThat)
{
    connect();
    fake.status[1] = "\x5A";
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::Feed);
    fake.status[1] = "\x1A";
    fake.status[3] = "\x52";
    pass(3s);
    EXPECT_EQ(host.state().kind, Kind::Cooling);
    print(1);
    pass(10s);
    EXPECT_TRUE(ends[1].empty());
    fake.status[1] = fake.status[3] = "\x12";
    pass(5s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Printed});
}

TEST_F(FakePrinterTest, TriedStarLineModeIsCalledAnotherLanguage)
{
    fake.status.clear();
    connect();
    host.received(QByteArray("\x23\x86\x00\x00\x00\x00\x00\x00\x00", 9), now);
    pass(8s);
    EXPECT_EQ(host.state().kind, Kind::OtherLanguage);
    EXPECT_EQ(host.state().detail, u"Star"_s);
}

TEST_F(FakePrinterTest, OnlyNoiseIsCalledAWrongBaudRate)
{
    for (auto& [question, answer] : fake.status)
        answer = "\xF8";
    connect();
    pass(10s);
    EXPECT_EQ(host.state().kind, Kind::WrongBaud);
}
