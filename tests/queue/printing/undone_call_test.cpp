// A call made a job needless that a bridge had in hand, and is then undone.
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

const PrintJob& jobOf(const Hall& hall)
{
    return hall.state.printJobs.back();
}

TEST(UndoneCall, PrintsWhatItsBridgeEndedMeanwhile)
{
    for (const auto& [outcome, isMarked] : {std::pair{PrintOutcome::Dropped, false},
                                            {PrintOutcome::Offline, false},
                                            {PrintOutcome::Unknown, true}}) {
        Hall hall;
        hall.open(kFirst);
        hall.issueAt("1", kAccount);
        const PrintJob first = jobOf(hall);
        hall.must(TakePrintJob{first.id, "a"});
        hall.next(kFirst);
        hall.pass(Seconds{2});
        hall.must(EndPrintJob{first.id, outcome});
        EXPECT_EQ(hall.state.printJobs.size(), 1U);
        hall.pass(Seconds{2});
        hall.must(UndoStep{kFirst});
        ASSERT_EQ(hall.state.printJobs.size(), 2U) << word(outcome);
        EXPECT_EQ(jobOf(hall).reprint, isMarked);
        EXPECT_EQ(jobOf(hall).expires, first.expires);
    }
}

TEST(UndoneCall, PrintsNoPaperThatIsOutOrMayBeOutTwice)
{
    for (const PrintOutcome outcome : {PrintOutcome::Printed, PrintOutcome::Sent}) {
        Hall hall;
        hall.open(kFirst);
        hall.issueAt("1", kAccount);
        hall.must(TakePrintJob{jobOf(hall).id, "a"});
        hall.next(kFirst);
        hall.must(EndPrintJob{jobOf(hall).id, outcome});
        hall.must(UndoStep{kFirst});
        EXPECT_EQ(hall.state.printJobs.size(), 1U);
    }
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("1", kAccount);
    hall.must(TakePrintJob{jobOf(hall).id, "a"});
    hall.must(EndPrintJob{jobOf(hall).id, PrintOutcome::Unknown});
    hall.must(TakePrintJob{jobOf(hall).id, "a"});
    hall.next(kFirst);
    hall.must(EndPrintJob{jobOf(hall).id, PrintOutcome::Unknown});
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.state.printJobs.size(), 2U);
}

TEST(UndoneCall, AJobThatItsBridgeDropsAfterItsCallWasUndoneIsFollowedByAnother)
{
    Hall hall;
    hall.open(kFirst);
    hall.issueAt("1", kAccount);
    hall.must(TakePrintJob{jobOf(hall).id, "a"});
    hall.next(kFirst);
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.state.printJobs.size(), 1U) << "it is in hand";
    hall.must(EndPrintJob{jobOf(hall).id, PrintOutcome::Dropped});
    ASSERT_EQ(hall.state.printJobs.size(), 2U);
    EXPECT_FALSE(jobOf(hall).reprint);
}

} // namespace
} // namespace starqueue::queue::test
