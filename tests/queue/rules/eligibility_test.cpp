#include <queue/support/hall_fixture.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

TEST(Eligibility, KnowsWhichCountersMayServeAService)
{
    const Hall hall;
    EXPECT_TRUE(hall.state.eligibility.mayServe(kSecond, kRepair, kOrdinary));
    EXPECT_FALSE(hall.state.eligibility.mayServe(kFirst, kRepair, kOrdinary));
}

TEST(Eligibility, TwoServicesMeetAtACounterThatGivesBoth)
{
    const Hall hall;
    EXPECT_TRUE(hall.state.eligibility.meet(kAccount, kOrdinary, kRepair, kOrdinary, false));
    EXPECT_FALSE(hall.state.eligibility.meet(kPlans, kOrdinary, kRepair, kOrdinary, false));
}

TEST(Eligibility, AskedForOpenCountersLeavesOutThoseThatAreClosedOrPaused)
{
    Hall hall;
    const auto meet = [&] {
        return hall.state.eligibility.meet(kAccount, kOrdinary, kRepair, kOrdinary, true);
    };
    EXPECT_FALSE(meet());
    hall.open(kSecond);
    EXPECT_TRUE(meet());
    hall.must(PauseCounter{kSecond, "lunch"});
    EXPECT_FALSE(meet());
    hall.must(ResumeCounter{kSecond});
    EXPECT_TRUE(meet());
    hall.must(CloseCounter{kSecond});
    EXPECT_FALSE(meet());
}

TEST(Eligibility, StaysWithOpenCountersOverARuleChangeAndANight)
{
    Hall hall;
    hall.open(kSecond);
    hall.must(SetRules{std::make_shared<const Rules>([] {
        Rules rules = smallHall();
        rules.tiers[0].headStart = Minutes{19};
        return rules;
    }())});
    EXPECT_TRUE(hall.state.eligibility.hasOpen(kRepair, kOrdinary));
    hall.issue(kRepair);
    hall.next(kSecond); // a counter with a customer stays open over the night
    hall.must(CloseDay{});
    hall.must(OpenDay{kTomorrow, nullptr});
    EXPECT_TRUE(hall.state.eligibility.hasOpen(kRepair, kOrdinary));
}

TEST(Eligibility, HoldsForMoreCountersThanAWordHasBits)
{
    Rules rules = smallHall();
    for (int i = 4; i <= 130; ++i) {
        rules.counters.push_back(rules.counters.front());
        rules.counters.back().id = std::to_string(i);
    }
    rules.counters.back().services = {kRepair};
    Hall hall(rules);
    const CounterIx last{129};
    EXPECT_TRUE(hall.state.eligibility.mayServe(last, kRepair, kOrdinary));
    hall.open(last);
    EXPECT_TRUE(hall.state.eligibility.hasOpen(kRepair, kOrdinary));
    EXPECT_FALSE(hall.state.eligibility.hasOpen(kAccount, kOrdinary));
}

} // namespace
} // namespace starqueue::queue::test
