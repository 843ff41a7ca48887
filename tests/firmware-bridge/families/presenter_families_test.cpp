// What the manuals of families with a presenter say, tried on the simulated printers.
#include <firmware-bridge/families/printer_desk.h>

#include <gtest/gtest.h>

namespace starqueue::simulators {

using namespace std::chrono_literals;

namespace {

void printTicket(PrinterDesk& desk, const QByteArray& number)
{
    desk.write("\x1B@" + number + "\n");
    desk.send(kCut);
    desk.pass(1500ms);
}

std::size_t slipsAt(const PrinterDesk& desk, Slip::Place place)
{
    std::size_t count = 0;
    for (const Slip& slip : desk.printer.slips())
        count += slip.place == place ? 1 : 0;
    return count;
}

TEST(CustomFamily, FullStatusIsSixBytesAndAutomaticFramesAreAsLongAsAsked)
{
    PrinterDesk desk(Family::Custom);
    EXPECT_EQ(desk.asked("10 04 14"), "10 0f 00 00 00 00");
    desk.send("1D E0 05");
    desk.touch(Hand::TakePaperOut);
    EXPECT_EQ(desk.said(), "10 05 01 00");
    EXPECT_EQ(desk.asked("1D 49 01"), ""); // waits its turn: there is no paper
}

TEST(CustomFamily, CutLeavesTheTicketInsideUntilItIsPresentedAndTaken)
{
    PrinterDesk desk(Family::Custom);
    printTicket(desk, "A001");
    EXPECT_EQ(slipsAt(desk, Slip::Place::Inside), 1U);
    EXPECT_EQ(desk.asked("10 04 14"), "10 0f 00 00 00 00");
    EXPECT_EQ(desk.asked("1D 65 06"), "04");
    desk.send("1D 65 03 0C");
    EXPECT_EQ(desk.printer.proofs(), 0);
    desk.pass(1s);
    EXPECT_EQ(desk.asked("10 04 14"), "10 0f 20 00 00 00");
    EXPECT_EQ(desk.printer.proofs(), 1);
    desk.touch(Hand::TakeTicket);
    EXPECT_EQ(desk.asked("10 04 14"), "10 0f 00 00 00 00");
    EXPECT_EQ(slipsAt(desk, Slip::Place::Taken), 1U);
}

TEST(CustomFamily, TicketNotTakenIsRetractedOrEjectedByTheCommandsTime)
{
    PrinterDesk desk(Family::Custom);
    desk.write("A001\n");
    desk.send("1C 50 10 01 52 05");
    desk.pass(4s);
    EXPECT_EQ(slipsAt(desk, Slip::Place::AtExit), 1U);
    desk.pass(4s);
    EXPECT_EQ(slipsAt(desk, Slip::Place::Retracted), 1U);
    desk.write("A002\n");
    desk.send("1C 50 10 01 45 05");
    desk.pass(8s);
    EXPECT_EQ(slipsAt(desk, Slip::Place::Ejected), 1U);
}

TEST(CustomFamily, SecondTicketOnAWaitingOneJamsOrPushes)
{
    PrinterDesk jams(Family::Custom);
    printTicket(jams, "A001");
    printTicket(jams, "A002");
    EXPECT_EQ(jams.asked("10 04 14"), "10 0f 00 00 40 00");
    FamilySettings settings = familySettings(Family::Custom);
    settings.onWaiting = FamilySettings::OnWaitingTicket::Pushes;
    PrinterDesk pushes(settings);
    printTicket(pushes, "A001");
    printTicket(pushes, "A002");
    EXPECT_EQ(slipsAt(pushes, Slip::Place::Ejected), 1U);
    EXPECT_EQ(pushes.paper(), "A001 |/A002 |");
}

TEST(CustomFamily, HardwareResetClearsWithoutPaper)
{
    PrinterDesk desk(Family::Custom);
    desk.touch(Hand::TakePaperOut);
    desk.write("old\n");
    desk.send("1C C0 18 10 14 1A");
    desk.pass(1s);
    desk.touch(Hand::Refill);
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "");
}

TEST(CitizenFamily, NextTicketWaitsWithoutAnErrorUntilTheFirstIsTaken)
{
    PrinterDesk desk(Family::Citizen);
    printTicket(desk, "A001");
    EXPECT_EQ(desk.asked("10 04 04"), "52");
    printTicket(desk, "A002");
    desk.pass(60s);
    EXPECT_EQ(desk.paper(), "A001 |");
    EXPECT_EQ(desk.asked("10 04 01"), "12");
    desk.touch(Hand::TakeTicket);
    desk.pass(1s);
    EXPECT_EQ(desk.paper(), "A001 |/A002 |");
}

TEST(CitizenFamily, AutomaticStatusSaysPresenterEmpty)
{
    PrinterDesk desk(Family::Citizen);
    EXPECT_EQ(desk.asked("1D 61 0E"), "10 00 08 00");
    printTicket(desk, "A001"); // ESC @ ends automatic status
    EXPECT_EQ(desk.asked("1D 61 0E"), "10 00 00 00");
    desk.touch(Hand::TakeTicket);
    EXPECT_EQ(desk.said(), "10 00 08 00");
}

TEST(CitizenFamily, RetractsAfterItsTimeOnlyIfTheSwitchAllows)
{
    FamilySettings settings = familySettings(Family::Citizen);
    settings.retractTimerAllowed = true;
    PrinterDesk desk(settings);
    desk.send("1D 52 31 03");
    printTicket(desk, "A001");
    desk.pass(4s);
    EXPECT_EQ(slipsAt(desk, Slip::Place::Retracted), 1U);
    PrinterDesk asShipped(Family::Citizen);
    printTicket(asShipped, "A001");
    asShipped.pass(60s);
    EXPECT_EQ(slipsAt(asShipped, Slip::Place::AtExit), 1U);
    asShipped.send("1D 52 30");
    EXPECT_EQ(slipsAt(asShipped, Slip::Place::Retracted), 1U);
}

TEST(CitizenFamily, PresenterErrorIsCuredByFeedOrEnquiry)
{
    PrinterDesk desk(Family::Citizen);
    for (const bool byFeed : {true, false}) {
        desk.touch(Hand::JamPaper);
        EXPECT_EQ(desk.asked("10 04 03"), "16");
        EXPECT_EQ(desk.asked("10 04 06"), "32");
        desk.touch(Hand::FreePaper);
        if (byFeed)
            desk.touch(Hand::PressFeed);
        else
            desk.send("10 05 02");
        desk.pass(2s);
        EXPECT_EQ(desk.asked("10 04 03"), "12");
    }
}

TEST(CitizenFamily, ItsPolaritiesCanBeInverted)
{
    FamilySettings settings = familySettings(Family::Citizen);
    settings.presentBitInverted = true;
    settings.emptyBitInverted = true;
    PrinterDesk desk(settings);
    EXPECT_EQ(desk.asked("10 04 04"), "52"); // idle: the PMU variant
    EXPECT_EQ(desk.asked("1D 61 0E"), "10 00 00 00");
}

} // namespace

} // namespace starqueue::simulators
