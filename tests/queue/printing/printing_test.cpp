#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

const PrintJob& lastJob(const Hall& hall)
{
    return hall.state.printJobs.back();
}

TEST(Printing, ATicketFromAKioskComesWithItsJob)
{
    Hall hall;
    const TicketId id = hall.issueAt("1", kAccount);
    EXPECT_EQ(lastJob(hall).ticket, id);
    EXPECT_EQ(hall.ticket(id).printJob, lastJob(hall).id);
    EXPECT_FALSE(lastJob(hall).reprint);
    hall.issue(kAccount);
    EXPECT_EQ(hall.state.printJobs.size(), 1U);
}

TEST(Printing, AJobIsTakenByOneBridgeAlone)
{
    Hall hall;
    hall.issueAt("1", kAccount);
    const PrintJobId job = lastJob(hall).id;
    EXPECT_EQ(hall.refusalOf(EndPrintJob{job, PrintOutcome::Printed}), RefusalCode::JobState);
    hall.must(TakePrintJob{job, "a"});
    hall.must(TakePrintJob{job, "a"});
    EXPECT_EQ(hall.count<PrintJobTaken>(), 1U);
    EXPECT_EQ(hall.tell(TakePrintJob{job, "b"}).error().state, "taken");
    hall.must(EndPrintJob{job, PrintOutcome::Printed});
    hall.must(EndPrintJob{job, PrintOutcome::Printed});
    EXPECT_EQ(hall.count<PrintJobEnded>(), 1U);
    EXPECT_EQ(hall.tell(EndPrintJob{job, PrintOutcome::Unknown}).error().state, "ended");
}

TEST(Printing, AnUnknownEndPrintsAgainAndSaysSo)
{
    Hall hall;
    hall.issueAt("1", kAccount);
    const PrintJob first = lastJob(hall);
    hall.must(TakePrintJob{first.id, "a"});
    hall.pass(Seconds{20});
    hall.must(EndPrintJob{first.id, PrintOutcome::Unknown});
    EXPECT_NE(lastJob(hall).id, first.id);
    EXPECT_TRUE(lastJob(hall).reprint);
    EXPECT_EQ(lastJob(hall).expires, first.expires) << "trying again doesn't prolong it";
}

TEST(Printing, AJobOfWhichNothingWasPrintedIsTriedAgainUnmarked)
{
    for (const PrintOutcome outcome :
         {PrintOutcome::PaperOut, PrintOutcome::CoverOpen, PrintOutcome::Offline}) {
        Hall hall;
        hall.issueAt("1", kAccount);
        hall.must(TakePrintJob{lastJob(hall).id, "a"});
        hall.must(EndPrintJob{lastJob(hall).id, outcome});
        EXPECT_EQ(hall.state.printJobs.size(), 2U);
        EXPECT_FALSE(lastJob(hall).reprint);
    }
}

TEST(Printing, WhoWasCalledMeanwhileGetsNoSecondPaper)
{
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("1", kAccount);
    hall.must(TakePrintJob{lastJob(hall).id, "a"});
    hall.next(kFirst);
    hall.must(EndPrintJob{lastJob(hall).id, PrintOutcome::Unknown});
    EXPECT_EQ(hall.state.printJobs.size(), 1U);
}

TEST(Printing, PendingJobsOfCalledOrCancelledTicketsAreDropped)
{
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("1", kAccount);
    hall.next(kFirst);
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
    const TicketId id = hall.issueAt("1", kAccount);
    hall.must(CancelTicket{id});
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
    EXPECT_TRUE(hall.state.openJobs.empty());
}

TEST(Printing, AJobExpiresWithTheTick)
{
    Hall hall;
    hall.issueAt("1", kAccount);
    hall.pass(Seconds{600});
    EXPECT_EQ(hall.refusalOf(TakePrintJob{lastJob(hall).id, "a"}), RefusalCode::JobState);
    hall.must(Tick{});
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
    EXPECT_EQ(hall.refusalOf(TakePrintJob{PrintJobId{99}, "a"}), RefusalCode::UnknownPrintJob);
}

TEST(Printing, AReprintReplacesTheJobThatStillWaits)
{
    Hall hall;
    const TicketId id = hall.issueAt("1", kAccount);
    hall.must(ReprintTicket{id, "2"});
    EXPECT_EQ(hall.state.printJobs.front().outcome, PrintOutcome::Dropped);
    EXPECT_EQ(lastJob(hall).kiosk, "2");
    EXPECT_TRUE(lastJob(hall).reprint);
    EXPECT_EQ(hall.refusalOf(ReprintTicket{id, ""}), RefusalCode::BadValue);
}

} // namespace
} // namespace starqueue::queue::test
