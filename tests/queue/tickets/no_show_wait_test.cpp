#include <queue/possible.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {

namespace {

/// A hall of which the first counter has called somebody just now.
struct CalledJustNow : testing::Test
{
    Hall hall{[] {
        Rules rules = smallHall();
        rules.noShowEarliest = Seconds{20};
        rules.noShowAfterRecalls = 2;
        return rules;
    }()};
    TicketId ticket;

    void SetUp() override
    {
        hall.open(kFirst);
        ticket = hall.issue(kAccount);
        hall.next(kFirst);
    }
};

} // namespace

TEST_F(CalledJustNow, NobodyIsANoShowBeforeTheRulesTime)
{
    hall.pass(Millis{19'999});
    const Decision early = hall.tell(MarkNoShow{kFirst});
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code, RefusalCode::TooEarly);
    EXPECT_EQ(early.error().state, "called");
    EXPECT_EQ(early.error().from, hall.ticket(ticket).called + Seconds{20});
    EXPECT_NE(early.error().detail.find("1 s more"), std::string::npos) << early.error().detail;
    hall.pass(Millis{1});
    hall.must(MarkNoShow{kFirst});
    EXPECT_EQ(hall.stateOf(ticket), TicketState::NoShow);
}

TEST_F(CalledJustNow, ARecallGivesTheTimeAgain)
{
    hall.pass(Seconds{25});
    hall.must(Recall{kFirst});
    hall.pass(Seconds{19});
    EXPECT_EQ(hall.refusalOf(MarkNoShow{kFirst}), RefusalCode::TooEarly);
    hall.pass(Seconds{1});
    hall.must(MarkNoShow{kFirst});
}

TEST_F(CalledJustNow, TheRecallThatIsANoShowWaitsAsLong)
{
    hall.must(Recall{kFirst});
    hall.must(Recall{kFirst});
    EXPECT_EQ(hall.refusalOf(Recall{kFirst}), RefusalCode::TooEarly);
    EXPECT_EQ(hall.stateOf(ticket), TicketState::Called);
    hall.pass(Seconds{20});
    hall.must(Recall{kFirst});
    EXPECT_EQ(hall.stateOf(ticket), TicketState::NoShow);
}

TEST_F(CalledJustNow, ARecallOfTheOneBeforeDoesNotCountForTheNext)
{
    hall.pass(Seconds{20});
    hall.must(Recall{kFirst});
    hall.must(StartService{kFirst});
    hall.must(FinishService{kFirst, {}});
    EXPECT_EQ(hall.state.counters[kFirst.value].recalled, Instant{});
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.pass(Seconds{20});
    hall.must(MarkNoShow{kFirst});
}

TEST_F(CalledJustNow, UndoLeavesNothingOfTheRecall)
{
    hall.must(Recall{kFirst});
    hall.must(UndoStep{kFirst});
    EXPECT_EQ(hall.state.counters[kFirst.value].recalled, Instant{});
}

TEST_F(CalledJustNow, ANoShowIsPossibleSinceNothingButTimeIsMissing)
{
    EXPECT_TRUE(possible(hall.state, kFirst).has(Action::NoShow));
}

TEST(NoShowWait, WithoutTheRuleANoShowIsMarkedAtOnce)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    hall.must(MarkNoShow{kFirst});
}

} // namespace starqueue::queue::test
