// What the manuals of Epson's family say, tried on the simulated printer.
#include <firmware-bridge/families/printer_desk.h>

#include <gtest/gtest.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

const QByteArray kClear = "10 14 08 01 03 14 01 06 02 08";
const QByteArray kAskId = "1D 28 48 06 00 30 30 41 42 43 44";
const std::string kIdSaid = "37 22 41 42 43 44 00";

TEST(EpsonFamily, ProcessIdIsAnsweredAfterTheLastDotAndNotBefore)
{
    PrinterDesk desk(Family::Epson);
    desk.write("one\ntwo\n");
    desk.send(kCut + kAskId);
    desk.pass(200ms);
    EXPECT_EQ(desk.said(), "");
    desk.pass(300ms);
    EXPECT_EQ(desk.said(), kIdSaid);
    EXPECT_EQ(desk.paper(), "one two |");
}

TEST(EpsonFamily, ProcessIdMayComeAMinuteLate)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.proofDelay = 60s;
    PrinterDesk desk(settings);
    desk.send(kAskId);
    desk.pass(59s);
    EXPECT_EQ(desk.said(), "");
    desk.pass(2s);
    EXPECT_EQ(desk.said(), kIdSaid);
}

TEST(EpsonFamily, CoverOpenedInMidTicketResumesAtTheBrokenLine)
{
    PrinterDesk desk(Family::Epson);
    desk.write("one\ntwo\n");
    desk.pass(30ms);
    desk.touch(Hand::OpenCover);
    EXPECT_EQ(desk.asked("10 04 03"), "52"); // recovers by itself
    EXPECT_EQ(desk.asked("10 04 02"), "16");
    desk.pass(1s);
    desk.touch(Hand::CloseCover);
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "one two two! ");
}

TEST(EpsonFamily, CoverErrorWaitsForEnquiryOneWhichPrintsTheBrokenLineTwice)
{
    PrinterDesk desk(Family::EpsonCoverError);
    desk.write("one\ntwo\n");
    desk.pass(30ms);
    desk.touch(Hand::OpenCover);
    desk.send("10 05 01"); // too early: ignored
    desk.touch(Hand::CloseCover);
    desk.pass(60s);
    EXPECT_EQ(desk.asked("10 04 01"), "1a");
    EXPECT_EQ(desk.asked("10 04 03"), "16");
    desk.send("10 05 01");
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "one two two! ");
    EXPECT_EQ(desk.asked("10 04 01"), "12");
}

TEST(EpsonFamily, EnquiryTwoPrintsNothingOfTheBrokenLine)
{
    PrinterDesk desk(Family::EpsonCoverError);
    desk.write("one\ntwo\nthree\n");
    desk.pass(30ms);
    desk.touch(Hand::OpenCover);
    desk.touch(Hand::CloseCover);
    desk.send("10 05 02");
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "one two ");
}

TEST(EpsonFamily, PaperEndAnswersRealTimeQuestionsOnlyAndGoesOnAfterTheRefill)
{
    PrinterDesk desk(Family::Epson);
    desk.printer.endPaperAfter(1);
    desk.write("one\ntwo\n");
    desk.send("1D 72 01" + kAskId);
    desk.pass(1s);
    EXPECT_EQ(desk.said(), "");
    EXPECT_EQ(desk.asked("10 04 04"), "72");
    desk.send("10 05 02"); // changes nothing
    desk.touch(Hand::Refill);
    desk.pass(1s);
    EXPECT_EQ(desk.said(), "00 " + kIdSaid);
    EXPECT_EQ(desk.paper(), "one two ");
}

TEST(EpsonFamily, RefillMayWaitForFeedOrEnquiryZero)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.feedAfterRefill = true;
    PrinterDesk desk(settings);
    desk.touch(Hand::TakePaperOut);
    desk.touch(Hand::Refill);
    EXPECT_EQ(desk.asked("10 04 01"), "3a");
    desk.send("10 05 00");
    EXPECT_EQ(desk.asked("10 04 01"), "12");
}

TEST(EpsonFamily, ClearActsInEveryStateAndTakesNothingUntilItHasSaidSo)
{
    PrinterDesk desk(Family::Epson);
    for (const Hand hand : {Hand::OpenCover, Hand::TakePaperOut, Hand::PressFeed, Hand::HeatHead}) {
        desk.touch(hand);
        desk.write("old\n");
        EXPECT_EQ(desk.asked(kClear), "");
        desk.write("lost\n");
        desk.pass(100ms);
        EXPECT_EQ(desk.said(), "37 25 00");
        desk.touch(Hand::CloseCover);
        desk.touch(Hand::Refill);
        desk.pass(25s);
    }
    EXPECT_EQ(desk.paper(), "");
}

TEST(EpsonFamily, ClearWithTheManualsDecimalTwentyTakenForHexClearsNothing)
{
    PrinterDesk desk(Family::Epson);
    desk.touch(Hand::TakePaperOut);
    desk.write("old\n");
    desk.send("10 14 08 01 03 20 01 06 02 08");
    desk.touch(Hand::Refill);
    desk.pass(1s);
    EXPECT_EQ(desk.said(), "");
    EXPECT_EQ(desk.paper(), "old ");
}

TEST(EpsonFamily, CutterErrorOutlivesItsCause)
{
    PrinterDesk desk(Family::Epson);
    desk.touch(Hand::JamCutter);
    desk.write("one\n");
    desk.send(kCut);
    desk.pass(1s);
    EXPECT_EQ(desk.asked("10 04 03"), "1a");
    desk.touch(Hand::FreeCutter);
    desk.pass(60s);
    EXPECT_EQ(desk.asked("10 04 03"), "1a");
    desk.send("10 05 01");
    desk.pass(1s);
    EXPECT_EQ(desk.asked("10 04 03"), "12");
    EXPECT_EQ(desk.paper(), "one |");
}

TEST(EpsonFamily, PowerCycleLosesBufferAndSettingsAndMaySayThatItHappened)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.powerNotice = true;
    settings.automaticAtStart = 2;
    PrinterDesk desk(settings);
    desk.touch(Hand::TakePaperOut);
    desk.write("old\n");
    (void)desk.said();
    desk.touch(Hand::PowerOff);
    desk.touch(Hand::Refill);
    desk.touch(Hand::PowerOn);
    EXPECT_EQ(desk.asked("10 04 01"), ""); // boots
    desk.pass(1s);
    EXPECT_EQ(desk.said(), "3b 31 00 10 00 00 00");
    EXPECT_EQ(desk.paper(), "");
}

TEST(EpsonFamily, FeedIsOfflineForASecondAndAHotHeadForTwenty)
{
    PrinterDesk desk(Family::Epson);
    desk.touch(Hand::PressFeed);
    EXPECT_EQ(desk.asked("10 04 01"), "5a");
    desk.pass(1100ms);
    EXPECT_EQ(desk.asked("10 04 01"), "12");
    desk.touch(Hand::HeatHead);
    EXPECT_EQ(desk.asked("10 04 03"), "52");
    desk.pass(21s);
    EXPECT_EQ(desk.asked("10 04 03"), "12");
}

TEST(EpsonFamily, BufferOf45BytesIsBusyAtSixteenFreeAndLosesWhatIsBeyond)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.buffer = 45;
    settings.flow = FamilySettings::Flow::Dtr;
    PrinterDesk desk(settings);
    desk.touch(Hand::TakePaperOut);
    desk.write(QByteArray(28, 'x'));
    EXPECT_FALSE(desk.printer.busy());
    desk.write("x");
    EXPECT_TRUE(desk.printer.busy());
    desk.write(QByteArray(30, 'x'));
    EXPECT_EQ(desk.printer.buffered(), 45);
    EXPECT_EQ(desk.asked("10 04 04"), "72"); // real time, though full
}

TEST(EpsonFamily, XoffMayStandBetweenAnswers)
{
    FamilySettings settings = familySettings(Family::Epson);
    settings.flow = FamilySettings::Flow::XonXoff;
    settings.busyWhenOffline = true;
    PrinterDesk desk(settings);
    desk.touch(Hand::OpenCover);
    EXPECT_EQ(desk.said(), "13");
    desk.touch(Hand::CloseCover);
    EXPECT_EQ(desk.said(), "11");
}

TEST(EpsonFamily, RealTimeQuestionInsideAPictureIsAnswered)
{
    PrinterDesk desk(Family::Epson);
    EXPECT_EQ(desk.asked("1D 76 30 00 04 00 01 00 00 10 04 01"), "12");
}

TEST(EpsonFamily, AutomaticStatusEndsWithReset)
{
    PrinterDesk desk(Family::Epson);
    EXPECT_EQ(desk.asked("1D 61 0E"), "10 00 00 00");
    desk.touch(Hand::OpenCover);
    EXPECT_EQ(desk.said(), "38 00 00 00");
    desk.touch(Hand::CloseCover);
    (void)desk.said();
    desk.send("1B 40");
    desk.pass(100ms);
    desk.touch(Hand::OpenCover);
    EXPECT_EQ(desk.said(), "");
}

TEST(EpsonFamily, TellsWhoItIs)
{
    PrinterDesk desk(Family::Epson);
    EXPECT_EQ(desk.asked("1D 49 01"), "20");
    EXPECT_EQ(desk.asked("1D 49 42"), "5f 45 50 53 4f 4e 00");
}

} // namespace

} // namespace starqueue::simulators
