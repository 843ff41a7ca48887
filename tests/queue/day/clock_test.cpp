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

/// A clock that is ahead ends the day, and opens the next.
class WrongOpening : public ::testing::Test
{
protected:
    WrongOpening()
    {
        hall.open(kFirst);
        hall.open(kSecond);
        called = hall.issue(kAccount);
        hall.next(kFirst);
        waiting = hall.issue(kAccount);
        parked = hall.issue(kRepair);
        hall.next(kSecond);
        hall.must(StartService{kSecond});
        hall.must(Park{kSecond, "form"});
        hall.pass(Minutes{10});
        since = hall.now;
        before = hall.state;
        hall.must(CloseDay{});
        hall.pass(Seconds{1});
        hall.must(OpenDay{kTomorrow, nullptr});
        hall.pass(Seconds{1});
    }
    void setRight()
    {
        hall.must(SetWallClock{-std::chrono::hours{20}, since, RightDay{kToday, since, {}, kTomorrow}});
    }

    Hall hall;
    State before;
    Instant since;
    TicketId called;
    TicketId waiting;
    TicketId parked;
};

TEST_F(WrongOpening, IsTakenBackWithTheEndOfTheDayBefore)
{
    setRight();
    before.clock = {-std::chrono::hours{20}};
    EXPECT_EQ(hall.state, before);
    EXPECT_EQ(hall.next(kSecond), waiting);
}

TEST_F(WrongOpening, KeepsWhoCameSinceAndGoesOnBeyondTheNumbersOfBoth)
{
    hall.must(OpenCounter{kSecond, "99"});
    hall.must(StartService{kFirst});
    hall.must(FinishService{kFirst, {}});
    for (int i = 0; i < 3; ++i)
        hall.issue(kAccount);
    const TicketId last = hall.issueAt("2", kAccount);
    setRight();
    EXPECT_EQ(hall.stateOf(waiting), TicketState::Waiting);
    EXPECT_EQ(hall.stateOf(parked), TicketState::Parked);
    EXPECT_EQ(hall.stateOf(called), TicketState::Finished) << "what has become of it since";
    EXPECT_EQ(hall.stateOf(last), TicketState::Waiting);
    EXPECT_EQ(hall.state.kioskOf(hall.ticket(last)), "2");
    EXPECT_EQ(hall.state.counters[kSecond.value].clerk, "99") << "opened again since";
    EXPECT_EQ(hall.state.openJobs.size(), 1U);
    EXPECT_EQ(hall.ticket(hall.issue(kAccount)).number, 5U) << "4 was given on the wrong day";
    EXPECT_EQ(hall.ticket(hall.issue(kRepair)).number, 2U) << "and 1 on the right one";
}

TEST_F(WrongOpening, IsTakenBackUnderRulesThatChangedSince)
{
    const std::string number = hall.state.numberOf(*before.find(waiting));
    hall.must(SetRules{changed([](Rules& rules) {
        rules.guard = Minutes{7};
        rules.services[kAccount.value].prefix = "Z";
        rules.counters.push_back(rules.counters.front());
        rules.counters.back().id = "9";
    })});
    const TicketId since2 = hall.issue(kAccount);
    setRight();
    EXPECT_EQ(hall.stateOf(waiting), TicketState::Waiting);
    EXPECT_EQ(hall.state.numberOf(hall.ticket(waiting)), number) << "as on its paper";
    EXPECT_EQ(hall.state.numberOf(hall.ticket(since2)), "Z001");
    EXPECT_EQ(hall.state.rules->guard, Minutes{7});
    EXPECT_EQ(hall.next(kSecond), waiting);
}

TEST_F(WrongOpening, StaysAfterTenMinutes)
{
    hall.pass(Minutes{10});
    setRight();
    EXPECT_EQ(*hall.state.date, kToday);
    EXPECT_EQ(hall.state.find(waiting), nullptr);
}

TEST_F(WrongOpening, ThatSomebodyMadeOfAnotherDateThanTheClocksIsNotTakenBack)
{
    hall.must(SetWallClock{Millis{0}, since, RightDay{kToday, since, {}, kToday}});
    EXPECT_EQ(*hall.state.date, kToday) << "the date alone";
    EXPECT_EQ(hall.state.find(waiting), nullptr);
}

TEST_F(WrongOpening, LeavesADayClosedThatSomebodyHadClosedBefore)
{
    setRight();
    hall.must(CloseDay{});
    hall.pass(Minutes{5});
    hall.must(OpenDay{kTomorrow, nullptr});
    hall.pass(Seconds{1});
    hall.must(SetWallClock{-std::chrono::hours{40}, since, RightDay{kToday, since, {}, kTomorrow}});
    EXPECT_EQ(*hall.state.date, kToday);
    EXPECT_FALSE(hall.state.dayOpen);
    EXPECT_EQ(hall.stateOf(waiting), TicketState::Unserved);
}

TEST_F(WrongOpening, ThatIsOlderThanTheBootIsNone)
{
    since = hall.now;
    setRight();
    EXPECT_EQ(*hall.state.date, kToday);
    EXPECT_EQ(hall.state.find(waiting), nullptr);
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
