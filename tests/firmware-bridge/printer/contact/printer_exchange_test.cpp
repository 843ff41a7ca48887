// A printer that is exchanged for another while the bridge runs, and one of another language.
#include <firmware-bridge/printer/fake_printer.h>
#include <firmware-bridge/profiles/profile_reader.h>

using namespace starqueue::bridge;
using namespace starqueue::bridge::test;

namespace {

const std::vector kProvedByPaper{Outcome::Printed};

} // namespace

TEST_F(FakePrinterTest, APrinterExchangedForALesserOneAndBackIsFoundOutAnewBothWays)
{
    connect();
    pass(7s);
    print(1);
    pass(5s);
    ASSERT_EQ(ends[1], kProvedByPaper);
    fake.answersIds = fake.answersSensor = false;
    cutPower(4s);
    until([this] { return host.state().kind == Kind::DoesntConfirm; }, 20s);
    EXPECT_EQ(host.state().kind, Kind::DoesntConfirm);
    print(2);
    until([this] { return !ends[2].empty(); }, 20s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Sent});
    fake.answersIds = fake.answersSensor = true;
    cutPower(4s);
    pass(6s);
    EXPECT_EQ(host.state().kind, Kind::Ready);
    print(3);
    pass(5s);
    EXPECT_EQ(ends[3], kProvedByPaper);
}

TEST_F(FakePrinterTest, APrinterThatSaysThatItWasSwitchedOnMayBeALesserOne)
{
    connect();
    pass(7s);
    fake.answersIds = false; // its sensor answers
    cutPower(100ms, QByteArray("\x3B\x31\x00", 3));
    pass(3s);
    print(1);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 120s), 10s);
    EXPECT_EQ(ends[1], kProvedByPaper);
}

// What it holds then, such as the cut, is lost; a short cut costs one answer of the heartbeat, or only a
// notice.
TEST_F(FakePrinterTest, ATicketThatWasOnlySentIsPartedFromTheNextWhenItsPrinterWasAwayForAMoment)
{
    const QByteArray notice("\x3B\x31\x00", 3);
    const std::vector<std::pair<std::chrono::milliseconds, QByteArray>> cuts{{2100ms, {}}, {100ms, notice}};
    for (const auto& [time, said] : cuts) {
        fake = FakePrinter();
        ends.clear();
        fake.answersIds = fake.answersSensor = false;
        connect();
        pass(8700ms);                                   // between two questions of the heartbeat
        for (const TicketPrinter::JobId job : {1, 2}) { // the first parts from an earlier run
            print(job);
            pass(10s);
            ASSERT_EQ(ends[job], std::vector{Outcome::Sent});
        }
        cutPower(time, said);
        pass(10s);
        const auto before = fake.received.size();
        print(3);
        pass(10s);
        const QByteArray third = fake.received.mid(before);
        ASSERT_TRUE(third.contains("A003"));
        EXPECT_LT(third.indexOf("\x1DV"), third.indexOf("A003"));
    }
}

TEST_F(FakePrinterTest, ATicketWithinWhichThePrinterIsExchangedHoldsTheLineForSecondsOnly)
{
    connect();
    pass(7s);
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    fake.answersIds = fake.answersSensor = false;
    cutPower(4s);
    EXPECT_LE(until([this] { return !ends[1].empty(); }, 120s), 20s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
}

TEST_F(FakePrinterTest, AStarPrinterThatSaysNothingByItselfIsAsked)
{
    const QByteArray frame("\x23\x86\x00\x00\x00\x00\x00\x00\x00", 9);
    fake.answersIds = fake.answersSensor = fake.answersRealTime = false;
    fake.onCommand = [&](const QByteArray& command) {
        if (command.startsWith("\x1B\x06"))
            fake.say(frame, now);
    };
    connect();
    until([this] { return host.state().kind == Kind::OtherLanguage; }, 20s);
    EXPECT_EQ(host.state().kind, Kind::OtherLanguage);
    EXPECT_EQ(host.state().detail, u"Star"_s);
}

TEST_F(FakePrinterTest, ASilentPrinterIsAskedForItsLanguageWithoutAPaperAndNotWhileItAnswers)
{
    connect();
    pass(60s);
    EXPECT_FALSE(fake.received.contains("\x1B\x06")) << "it answers";
    fake.answersRealTime = false; // its answers are lost; it prints all the same
    pass(60s);
    EXPECT_TRUE(fake.received.contains("\x1B\x06"));
    fake.answersRealTime = true;
    pass(8s);
    print(1);
    pass(10s);
    EXPECT_EQ(ends[1], kProvedByPaper);
    ASSERT_FALSE(fake.papers().empty());
    EXPECT_EQ(fake.papers().size(), 1U) << fake.papers().front().plainText();
}

// All marks of the ticket were answered, and its own row wasn't: the power went then. Of the row that is
// asked for when the printer is back so many answers come as its own has.
TEST_F(FakePrinterTest, ARowThatIsAnsweredAfterAHeartbeatThatWasNotProvesNoTicket)
{
    PrinterProfile clone;
    clone.proof = PrintProof::Sensor;
    fake.answersIds = false;
    connect(clone);
    pass(7s);
    print(1);
    int ownRow = 0;
    bool wasCut = false;
    fake.onCut = [&wasCut] { wasCut = true; };
    fake.onCommand = [&](const QByteArray& command) {
        const bool isOwn = wasCut && ownRow >= 0 && command.startsWith("\x1Dr");
        ownRow += isOwn ? 1 : 0;
        fake.answersSensor = !isOwn;
    };
    until([&] { return ownRow > 0; }, 5s);
    ASSERT_GT(ownRow, 0);
    int left = ownRow;
    ownRow = -1;
    fake.answersRealTime = false;
    pass(8s);
    ASSERT_TRUE(ends[1].empty());
    fake.answersRealTime = fake.answersSensor = true;
    wireToHost = [&left](const QByteArray& bytes) {
        return bytes == QByteArray(1, '\0') && left-- <= 0 ? QByteArray() : bytes;
    };
    pass(10s);
    EXPECT_EQ(ends[1], std::vector{Outcome::Unknown});
}

// It says that it is well until its last line is out; what it was asked by then is held, and cleared.
TEST_F(FakePrinterTest, APrinterWhosePaperEndsWhileItIsFoundOutIsFoundOutAnewAfterTheRefill)
{
    fake.stopped = true;
    connect();
    until([this] { return host.state().kind == Kind::DoesntConfirm; }, 20s);
    ASSERT_EQ(host.state().kind, Kind::DoesntConfirm);
    fake.status[1] = "\x1A";
    fake.status[4] = "\x72";
    until([this] { return host.state().kind == Kind::PaperOut; }, 20s);
    pass(1s);
    EXPECT_EQ(fake.clears, 1);
    refill();
    EXPECT_LE(until([this] { return host.state().kind == Kind::Ready; }, 20s), 4s);
}

// It has proved tickets before, so that what it doesn't prove may have come without its end.
TEST_F(FakePrinterTest, WhoProvedTicketsAndDoesntNowHasNoTwoOnOnePaper)
{
    connect();
    pass(7s);
    print(9);
    pass(4s);
    ASSERT_EQ(ends[9], std::vector{Outcome::Printed});
    fake.answersIds = fake.answersSensor = false;
    cutPower(3s);
    until([this] { return host.state().kind == Kind::DoesntConfirm; }, 60s);
    ASSERT_EQ(host.state().kind, Kind::DoesntConfirm);
    wireToPrinter = [](QByteArray bytes) { return bytes.replace("\x1DVB", "\x1Dy "); }; // the cut is lost
    print(1);
    until([this] { return !ends[1].empty(); }, 60s);
    wireToPrinter = [](QByteArray bytes) { return bytes; };
    print(2);
    until([this] { return !ends[2].empty(); }, 60s);
    pass(2s);
    EXPECT_EQ(ends[2], std::vector{Outcome::Sent});
    for (const auto& piece : fake.papers()) {
        const std::string text = piece.plainText();
        EXPECT_FALSE(text.find("A001") != std::string::npos && text.find("A002") != std::string::npos)
            << text;
    }
    EXPECT_EQ(fake.wholeCopiesOf("A002"), 1);
}
