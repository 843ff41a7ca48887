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

TEST(Printing, AJobHasOneReprintAtMost)
{
    Hall hall;
    hall.issueAt("1", kAccount);
    for (const PrintOutcome outcome : {PrintOutcome::Unknown, PrintOutcome::PaperOut}) {
        hall.must(TakePrintJob{lastJob(hall).id, "a"});
        hall.must(EndPrintJob{lastJob(hall).id, outcome});
    }
    EXPECT_TRUE(lastJob(hall).reprint) << "of the reprint nothing was printed: it is tried again";
    hall.must(TakePrintJob{lastJob(hall).id, "a"});
    hall.must(EndPrintJob{lastJob(hall).id, PrintOutcome::Unknown});
    EXPECT_TRUE(hall.state.openJobs.empty());
    EXPECT_EQ(hall.state.printJobs.size(), 3U);
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

TEST(Printing, NoJobStaysPendingForAMinute)
{
    Hall hall;
    hall.issueAt("1", kAccount);
    hall.pass(Seconds{59});
    hall.must(Tick{});
    EXPECT_EQ(lastJob(hall).state, PrintJobState::Pending);
    hall.pass(Seconds{1});
    hall.must(Tick{});
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
}

TEST(Printing, AJobWaitsLongerWhileAnothersTicketLiesInThePrinter)
{
    Hall hall;
    const auto report = [&](const char* id, const char* kiosk, const char* fault) {
        hall.must(ReportDevice{{.id = id,
                                .kind = DeviceKind::Printer,
                                .kiosk = kiosk,
                                .state = DeviceState::Ok,
                                .fault = fault}});
    };
    report("p1", "1", "ticketWaiting");
    hall.issueAt("1", kAccount);
    hall.issueAt("2", kAccount);
    hall.pass(Seconds{300});
    hall.must(Tick{});
    EXPECT_EQ(hall.state.printJobs.front().state, PrintJobState::Pending);
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped) << "it isn't that printer's";
    report("p1", "1", "");
    hall.pass(Seconds{59});
    hall.must(Tick{});
    EXPECT_EQ(hall.state.printJobs.front().state, PrintJobState::Pending) << "its bridge has time to take it";
    hall.pass(Seconds{1});
    hall.must(Tick{});
    EXPECT_EQ(hall.state.printJobs.front().outcome, PrintOutcome::Dropped);
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

TEST(Printing, WhoHasNotedTheNumberNeedsNoPaperWhetherOrNotItsJobWasTaken)
{
    for (const bool isTaken : {false, true}) {
        Hall hall;
        const TicketId id = hall.issueAt("1", kAccount);
        const PrintJobId job = lastJob(hall).id;
        if (isTaken)
            hall.must(TakePrintJob{job, "a"});
        hall.must(ForgoPaper{id});
        EXPECT_EQ(lastJob(hall).id, job);
        EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
        EXPECT_TRUE(hall.state.openJobs.empty());
        const auto before = hall.state.lastPrintJob;
        hall.must(ForgoPaper{id}); // once more says nothing new
        EXPECT_EQ(hall.refusalOf(TakePrintJob{job, "b"}), RefusalCode::JobState);
        EXPECT_EQ(hall.state.lastPrintJob, before);
        EXPECT_EQ(hall.state.find(id)->state, TicketState::Waiting) << "it keeps its place";
    }
}

TEST(Printing, APaperThatIsOutStaysPrinted)
{
    Hall hall;
    const TicketId id = hall.issueAt("1", kAccount);
    hall.must(TakePrintJob{lastJob(hall).id, "a"});
    hall.must(EndPrintJob{lastJob(hall).id, PrintOutcome::Printed});
    hall.must(ForgoPaper{id});
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Printed);
    EXPECT_EQ(hall.refusalOf(ForgoPaper{{9999}}), RefusalCode::UnknownTicket);
}

class Paper : public ::testing::Test
{
protected:
    Paper()
    {
        hall.issueAt("1", kAccount);
        job = lastJob(hall).id;
        hall.must(TakePrintJob{job, "a"});
    }
    void end(PrintOutcome outcome) { hall.must(EndPrintJob{job, outcome}); }

    Hall hall;
    PrintJobId job;
};

TEST_F(Paper, IsPresentedAndTaken)
{
    EXPECT_EQ(hall.tell(ReportPaper{job, PaperEvent::Presented}).error().state, "taken") << "before its end";
    end(PrintOutcome::Printed);
    for (int twice = 0; twice < 2; ++twice)
        hall.must(ReportPaper{job, PaperEvent::Presented});
    hall.must(ReportPaper{job, PaperEvent::Taken});
    EXPECT_EQ(hall.count<PrintJobPaper>(), 2U) << "told twice, journalled once";
    EXPECT_EQ(lastJob(hall).paper, PaperEvent::Taken);
}

TEST_F(Paper, ThatIsGoneDoesNothingMore)
{
    end(PrintOutcome::Sent);
    hall.must(ReportPaper{job, PaperEvent::Retracted});
    for (const PaperEvent event : {PaperEvent::Presented, PaperEvent::Taken})
        EXPECT_EQ(hall.tell(ReportPaper{job, event}).error().state, "retracted");
    EXPECT_EQ(hall.refusalOf(ReportPaper{job, PaperEvent::None}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(ReportPaper{PrintJobId{99}, PaperEvent::Taken}), RefusalCode::UnknownPrintJob);
}

TEST_F(Paper, ThatWasTakenBackLeavesTheTicketInItsPlace)
{
    end(PrintOutcome::Printed);
    const Ticket before = hall.ticket(lastJob(hall).ticket);
    hall.must(ReportPaper{job, PaperEvent::Retracted});
    EXPECT_EQ(hall.ticket(before.id), before);
    EXPECT_TRUE(hall.state.openJobs.empty()) << "it is printed again when somebody asks";
}

TEST_F(Paper, OfAJobThatWasntPrintedIsNone)
{
    end(PrintOutcome::Unknown);
    EXPECT_EQ(hall.tell(ReportPaper{job, PaperEvent::Taken}).error().code, RefusalCode::JobState);
}

TEST_F(Paper, OfADayOfAnOlderProgramIsntJournalled)
{
    end(PrintOutcome::Printed);
    hall.state.format = kSincePaper - 1;
    EXPECT_EQ(hall.refusalOf(ReportPaper{job, PaperEvent::Taken}), RefusalCode::AfterDayChange);
}

TEST(Printing, ASlipIsNobodysTicketAndIsTriedAgainForAsLongAsItLives)
{
    Hall hall;
    EXPECT_EQ(hall.refusalOf(PrintSlip{"", "12:ab"}), RefusalCode::BadValue);
    EXPECT_EQ(hall.refusalOf(PrintSlip{"1", ""}), RefusalCode::BadValue);
    hall.must(PrintSlip{"1", "12:ab"});
    hall.pass(Seconds{600});
    hall.must(Tick{});
    EXPECT_EQ(lastJob(hall).state, PrintJobState::Pending) << "nobody waits for it";
    for (const PrintOutcome outcome : {PrintOutcome::PaperOut, PrintOutcome::Unknown}) {
        hall.must(TakePrintJob{lastJob(hall).id, "a"});
        hall.must(EndPrintJob{lastJob(hall).id, outcome});
        EXPECT_EQ(lastJob(hall).slip, "12:ab");
        EXPECT_EQ(lastJob(hall).ticket, TicketId{});
    }
    EXPECT_TRUE(lastJob(hall).reprint) << "there may be one already";
    hall.must(TakePrintJob{lastJob(hall).id, "a"});
    hall.must(EndPrintJob{lastJob(hall).id, PrintOutcome::Unknown});
    EXPECT_EQ(hall.count<SlipCreated>(), 3U);
    hall.must(PrintSlip{"1", "13:cd"});
    hall.pass(std::chrono::hours{16});
    hall.must(Tick{});
    EXPECT_EQ(lastJob(hall).outcome, PrintOutcome::Dropped);
}

TEST(Printing, ASlipWaitsForADayOfItsForm)
{
    Hall hall;
    hall.state.format = kSinceSlips - 1;
    EXPECT_EQ(hall.refusalOf(PrintSlip{"1", "12:ab"}), RefusalCode::AfterDayChange);
}

} // namespace
} // namespace starqueue::queue::test
