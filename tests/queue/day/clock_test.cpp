#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

/// The clock is set while two wait: one since before `since`, one since after.
class WrongDate : public ::testing::Test
{
protected:
    WrongDate()
    {
        hall.open(kFirst);
        before = hall.issue(kAccount);
        hall.pass(Minutes{10});
        since = hall.now;
        after = hall.issue(kAccount);
    }
    void setClock(Millis ahead, Date date) { hall.must(SetWallClock{ahead, since, RightDay{date, since}}); }

    Hall hall;
    Instant since;
    TicketId before;
    TicketId after;
};

TEST_F(WrongDate, ForwardKeepsWhoCameSinceWithTheirNumber)
{
    setClock(std::chrono::hours{14}, kTomorrow);
    EXPECT_EQ(*hall.state.date, kTomorrow);
    EXPECT_TRUE(hall.state.dayOpen);
    EXPECT_EQ(hall.stateOf(after), TicketState::Waiting);
    EXPECT_EQ(hall.ticket(after).number, 2U);
    EXPECT_EQ(hall.stateOf(before), TicketState::Unserved) << "of a day that is over";
    EXPECT_EQ(hall.state.clock.ahead, std::chrono::hours{14});
    EXPECT_EQ(hall.state.counters[0].state, CounterState::Open);
    EXPECT_EQ(hall.ticket(hall.issue(kAccount)).number, 3U) << "no namesake is in the room";
}

TEST_F(WrongDate, ForwardDropsThePapersOfWhoIsUnserved)
{
    before = hall.issueAt("1", kAccount);
    hall.pass(Minutes{1});
    since = hall.now;
    hall.issueAt("2", kAccount);
    setClock(std::chrono::hours{14}, kTomorrow);
    EXPECT_EQ(hall.stateOf(before), TicketState::Unserved);
    EXPECT_EQ(hall.last<PrintJobEnded>().outcome, PrintOutcome::Dropped);
    EXPECT_EQ(hall.state.openJobs.size(), 1U) << "who came since gets a paper";
}

TEST_F(WrongDate, BackwardKeepsEverybody)
{
    setClock(-std::chrono::hours{24}, Date{std::chrono::sys_days{kToday} - std::chrono::days{1}});
    EXPECT_EQ(hall.count<DayCorrected>(), 1U);
    EXPECT_EQ(hall.count<TicketUnserved>(), 0U);
    hall.must(CloseDay{});
    hall.must(OpenDay{kToday, nullptr});
}

TEST_F(WrongDate, StaysWhereNobodyCameSince)
{
    since = hall.now + Minutes{1};
    setClock(std::chrono::hours{14}, kTomorrow);
    EXPECT_EQ(*hall.state.date, kToday) << "the next day begins as any other";
    EXPECT_EQ(hall.state.clock.ahead, std::chrono::hours{14});
}

TEST_F(WrongDate, IsLeftAloneWhereTheClockLeadsToTheSameOne)
{
    setClock(Minutes{30}, kToday);
    EXPECT_EQ(hall.count<DayCorrected>(), 0U);
    EXPECT_EQ(hall.stateOf(before), TicketState::Waiting);
}

TEST(Clock, AConfirmationIsRecordedEvenWhereItChangesNothing)
{
    Hall hall;
    hall.must(SetWallClock{Millis{0}});
    EXPECT_EQ(hall.count<ClockStepped>(), 0U);
    hall.must(SetWallClock{.ahead = Millis{0}, .isConfirmed = true});
    EXPECT_TRUE(hall.last<ClockStepped>().isConfirmed);
}

TEST(Clock, ADoubtIsRecordedOnceAndOutlivesTheDay)
{
    Hall hall;
    hall.must(DoubtClock{"stepped"});
    hall.must(DoubtClock{"stepped"});
    EXPECT_EQ(hall.count<ClockDoubted>(), 1U);
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_EQ(hall.state.clockDoubt, "stepped");
    hall.must(DoubtClock{});
    EXPECT_EQ(hall.state.clockDoubt, "");
}

} // namespace
} // namespace starqueue::queue::test
