// What the manuals of families without a presenter say, tried on the simulated printers.
#include <firmware-bridge/families/printer_desk.h>

#include <gtest/gtest.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

TEST(BixolonFamily, AnswersNoProcessIdAndTellsAJam)
{
    PrinterDesk desk(Family::Bixolon);
    EXPECT_EQ(desk.asked("1D 28 48 06 00 30 30 41 42 43 44"), "");
    EXPECT_EQ(desk.asked("1D 72 01"), "00");
    EXPECT_EQ(desk.asked("1D 49 42"), "5f 42 49 58 4f 4c 4f 4e 00");
    desk.touch(Hand::JamPaper);
    EXPECT_EQ(desk.asked("10 04 03"), "16");
    desk.touch(Hand::FreePaper);
    EXPECT_EQ(desk.asked("10 04 03"), "16");
    desk.send("10 05 02");
    EXPECT_EQ(desk.asked("10 04 03"), "12");
}

TEST(CloneFamily, BootsInChineseAndResetTurnsItOnAgain)
{
    PrinterDesk desk(Family::Clone);
    desk.send("D6D0 0A 1C2E 41 0A 1B40 D6D0 0A");
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "中 A /中 ");
}

TEST(CloneFamily, SensorReportWithoutPaperIsSilenceOrSaysSo)
{
    PrinterDesk silent(Family::Clone);
    silent.touch(Hand::TakePaperOut);
    EXPECT_EQ(silent.asked("1D 72 01"), "");
    FamilySettings settings = familySettings(Family::Clone);
    settings.sensorReportWhenOut = true;
    PrinterDesk speaking(settings);
    speaking.touch(Hand::TakePaperOut);
    EXPECT_EQ(speaking.asked("1D 72 01"), "0c");
}

TEST(CloneFamily, NothingClearsItsBufferAndARefillBringsItAllOut)
{
    PrinterDesk desk(Family::Clone);
    desk.touch(Hand::TakePaperOut);
    desk.write("old\n");
    desk.send("10 05 02 10 14 08 01 03 14 01 06 02 08 18");
    desk.touch(Hand::Refill);
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "old ");
}

TEST(CloneFamily, PaperEndInsideAPictureEatsWhatFollowsUntilPowerOff)
{
    PrinterDesk desk(Family::Clone);
    desk.send("1D 76 30 00 01 00 FF 00" + QByteArray(255, '0').toHex());
    desk.pass(50ms);
    desk.touch(Hand::TakePaperOut);
    desk.touch(Hand::Refill);
    desk.pass(5s);
    desk.write("eaten\n");
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "");
    desk.touch(Hand::PowerOff);
    desk.touch(Hand::PowerOn);
    desk.pass(1s);
    desk.write("well\n");
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "well ");
}

TEST(CloneFamily, AStatusBitMayBeStuck)
{
    FamilySettings settings = familySettings(Family::Clone);
    settings.stuck[2] = {0x80, 0};
    PrinterDesk desk(settings);
    EXPECT_EQ(desk.asked("10 04 02"), "92");
}

TEST(OneWayFamily, NeverSaysAByteAndTakesNoneWithoutPaper)
{
    PrinterDesk desk(Family::OneWay);
    EXPECT_EQ(desk.asked("10 04 01 1D 72 01 1D 49 01"), "");
    EXPECT_FALSE(desk.printer.busy());
    desk.touch(Hand::TakePaperOut);
    EXPECT_TRUE(desk.printer.busy());
}

TEST(SnbcFamily, HasItsOwnFixedBitAndAJamBit)
{
    PrinterDesk desk(Family::Snbc);
    EXPECT_EQ(desk.asked("10 04 01"), "16");
    desk.touch(Hand::OpenCover);
    EXPECT_EQ(desk.asked("10 04 03"), "52"); // head lifted
}

TEST(MasungFamily, FifthStatusHasNoFixedBits)
{
    PrinterDesk desk(Family::Masung);
    EXPECT_EQ(desk.asked("10 04 01"), "16");
    EXPECT_EQ(desk.asked("10 04 05"), "00");
}

TEST(PyramidFamilies, AnswerAsTheirManualsShow)
{
    PrinterDesk phoenix(Family::Phoenix);
    EXPECT_EQ(phoenix.asked("10 04 03 10 04 04"), "00 1e");
    phoenix.write("long\nticket\n");
    EXPECT_EQ(phoenix.asked("10 04 01"), ""); // in its turn
    phoenix.pass(1s);
    EXPECT_EQ(phoenix.said(), "12");
    PrinterDesk reliance(Family::Reliance);
    reliance.write("long\nticket\n");
    EXPECT_EQ(reliance.asked("10 04 01"), "");
    reliance.pass(1s);
    reliance.touch(Hand::TakePaperOut);
    EXPECT_EQ(reliance.asked("10 04 04"), "6c");
}

TEST(StarFamily, CountsEtbAndKnowsNoRealTimeStatus)
{
    const auto star = makeFamilyPrinter(Family::Star);
    star->receive("\x10\x04\x01", 0ms);
    EXPECT_EQ(star->takeOutput(), QByteArray());
    for (int i = 0; i < 32; ++i)
        star->receive("\x17", 0ms);
    const QByteArray said = star->takeOutput();
    ASSERT_EQ(said.size(), 32 * 9); // run together
    EXPECT_EQ(said.mid(30 * 9 + 7, 1), QByteArray("\x1F"));
    EXPECT_EQ(said.mid(31 * 9 + 7, 1), QByteArray("\0", 1));
}

TEST(NipponFamily, SaysAJobsEndOnceWithItsIdentity)
{
    const auto nippon = makeFamilyPrinter(Family::Nippon);
    nippon->receive(QByteArray("\x1DG1abcdA001\n\x1Bi\x1DG0abcd"), 0ms);
    nippon->tick(200ms);
    EXPECT_EQ(nippon->takeOutput(), QByteArray());
    nippon->tick(600ms);
    EXPECT_EQ(nippon->takeOutput(), QByteArray("\xFF\x13"
                                               "abcd\0\0\0",
                                               9));
}

} // namespace

} // namespace starqueue::simulators
