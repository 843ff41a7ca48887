// Traps of wires and printers that a test elsewhere meets only with the driver's own simulator.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>
#include <firmware-bridge/serial/reopen_backoff.h>
#include <firmware-bridge/ticket/ticket_layout.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kOut{Outcome::Printed};

const QByteArray kArm = "\x1D"
                        "a\x0E";
const QByteArray kProcessIdCommand = "\x1D(H";

} // namespace

TEST_F(FakePrinterTest, TrapAPulledCableGivesNoErrorAndIsFoundByTheHeartbeat)
{
    connect();
    pass(5s);
    ASSERT_EQ(host.state().kind, Kind::Ready);
    powered = false;
    EXPECT_LE(until([this] { return host.state().kind == Kind::Silent; }, 60s), 8s);
    powered = true;
    EXPECT_LE(until([this] { return host.state().ready(); }, 60s), 8s);
}

TEST_F(FakePrinterTest, TrapAutomaticStatusIsArmedAgainAfterEveryReset)
{
    bool isArmed = false;
    fake.onCommand = [&isArmed](const QByteArray& command) {
        isArmed = command == kArm || (isArmed && command != "\x1B@");
    };
    connect();
    pass(3s);
    EXPECT_TRUE(isArmed);
    print(1);
    pass(3s);
    ASSERT_EQ(ends[1], kOut);
    EXPECT_TRUE(isArmed);
}

TEST_F(FakePrinterTest, TrapAutomaticStatusAndRealTimeAnswersMayStandWithinAConfirmation)
{
    connect();
    wireToHost = [](QByteArray bytes) {
        return bytes.startsWith("\x37\x22") ? bytes.insert(3, QByteArray("\x10\x00\x00\x00\x12", 5)) : bytes;
    };
    print(1);
    pass(5s);
    EXPECT_EQ(ends[1], kOut);
    EXPECT_EQ(host.strayBytes(), 0);
}

TEST_F(FakePrinterTest, TrapNoTicketStartsOnAPrinterWithoutPaper)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[4] = "\x72";
    pass(3s);
    expectRefused(Outcome::PaperOut, 10s);
}

TEST_F(FakePrinterTest, TrapNoTicketStartsOnAPrinterThatIsOpen)
{
    connect();
    fake.status[1] = "\x1A";
    fake.status[2] = "\x16";
    pass(3s);
    expectRefused(Outcome::CoverOpen, 10s);
}

TEST_F(FakePrinterTest, TrapATicketThatIsntConfirmedIsAskedForOnceMoreAndUnknownOnlyThen)
{
    connect();
    pass(3s);
    print(1);
    until([this] { return fake.received.contains("A001"); }, 3s);
    fake.answersIds = false;
    fake.answers.clear();
    pass(6s);
    EXPECT_TRUE(ends[1].empty());
    const auto asked = fake.received.count(kProcessIdCommand);
    until([this] { return !ends[1].empty(); }, 120s);
    EXPECT_GT(fake.received.count(kProcessIdCommand), asked);
    pass(60s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1) << "only the hall prints it again, with its mark";
}

TEST_F(FakePrinterTest, TrapWhatWaitsForDataAfterACableWasPulledEatsNoTicket)
{
    fake.receive(QByteArray("\x1D(k\xF0\x00\x31\x50\x30http://", 15), now); // and then the cable was pulled
    connect();
    pass(5s);
    print(1);
    pass(3s);
    EXPECT_EQ(ends[1], kOut);
    EXPECT_EQ(fake.wholeCopiesOf("A001"), 1);
}

TEST_F(FakePrinterTest, TrapATicketInTheQueueOfWhoHasLeftIsNeverSent)
{
    connect();
    fake.stopAfter(2);
    endPaperAtStop();
    print(1);
    until([this] { return fake.stopped; }, 5s);
    print(2);
    pass(3s);
    host.withdraw(2, now);
    refill();
    pass(20s);
    EXPECT_EQ(ends[1], kOut);
    EXPECT_EQ(ends[2], std::vector{Outcome::Dropped});
    EXPECT_FALSE(fake.received.contains("A002"));
}

TEST_F(FakePrinterTest, TrapALateAnswerConfirmsItsOwnTicketAndNoOther)
{
    connect();
    fake.idsTake = 1h;
    print(1);
    until([this] { return fake.received.contains("A001"); }, 3s);
    pass(2s);
    const auto late = std::exchange(fake.answers, {});
    ASSERT_EQ(late.size(), 3U);
    fake.answersIds = false;
    until([this] { return !ends[1].empty(); }, 200s);
    ASSERT_EQ(ends[1], std::vector{Outcome::Unknown});
    fake.answersIds = true;
    fake.idsTake = 0ms;
    pass(5s);
    fake.stopAfter(2);
    print(2);
    until([this] { return fake.stopped; }, 5s);
    ASSERT_TRUE(fake.stopped);
    for (const auto& [at, bytes] : late)
        fake.say(bytes, now);
    pass(3s);
    EXPECT_TRUE(ends[2].empty());
}

TEST(PrinterTraps, TrapChineseModeIsNotSwitchedInTheMiddleOfALine)
{
    PrintedTicket ticket;
    ticket.number = u"A001"_s;
    ticket.localTime = u"àé 10:24"_s; // two bytes of a code page, behind a Chinese label
    const QByteArray bytes = layOutTicket(ticket, loadProfile(u"epson-tm"_s, u"/"_s).value());
    const auto papers = starqueue::escpos::decodePaper(bytes.toStdString());
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_NE(papers.front().plainText().find("àé 10:24"), std::string::npos) << papers.front().plainText();
}

TEST(ReopenBackoff, TrapAPortThatIsGoneIsTriedAfterATenthOfASecondAndInTheEndEveryFive)
{
    starqueue::bridge::ReopenBackoff backoff;
    for (const auto wait : {100ms, 200ms, 400ms, 800ms, 1600ms, 3200ms, 5000ms, 5000ms})
        EXPECT_EQ(backoff.next(), wait);
    backoff.reset();
    EXPECT_EQ(backoff.next(), 100ms);
}
