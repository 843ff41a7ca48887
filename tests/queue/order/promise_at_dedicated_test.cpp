#include <queue/support/hall_fixture.h>

#include <queue/order/promise_by_rank.h>

namespace starqueue::queue::test {
namespace {

/// Only a counter for stars is open; it helps others after so long.
class AtADedicatedCounter : public testing::Test
{
protected:
    void helpAfter(std::optional<Millis> time, std::optional<Millis> guard = Minutes{25})
    {
        hall.must(SetRules{changed([&](Rules& rules) {
            rules.guard = guard;
            if (!guard)
                rules.bound = Minutes{24 * 60};
            for (CounterRule& counter : rules.counters) {
                counter.dedicatedToStars = 5;
                counter.helpOthersAfter = time;
            }
        })});
        hall.open(kFirst);
    }

    Hall hall;
};

TEST_F(AtADedicatedCounter, NobodyElseIsServedAtOnce)
{
    helpAfter(Minutes{5});
    const Promise promise = promiseByRank(hall.state, {kAccount, kOrdinary}, 0);
    EXPECT_EQ(promise.method, PromiseMethod::Rank);
    EXPECT_GE(promise.p10, Minutes{5});
}

TEST_F(AtADedicatedCounter, WhatSomebodyHasWaitedCounts)
{
    helpAfter(Minutes{30});
    const Promise now = promiseByRank(hall.state, {kAccount, kOrdinary}, 0);
    const Promise later = promiseByRank(hall.state, {kAccount, kOrdinary}, 0, Minutes{20});
    EXPECT_EQ(now.p10, Minutes{25}) << "the guard comes before its help";
    EXPECT_LT(later.p50, now.p50);
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 0, Minutes{25}).p90, Seconds{0});
}

TEST_F(AtADedicatedCounter, ThatNeverHelpsTheGuardDoes)
{
    helpAfter(std::nullopt);
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 0).p10, Minutes{25});
}

TEST_F(AtADedicatedCounter, OnesOwnCustomersAreServedAtOnce)
{
    helpAfter(std::nullopt);
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, TierIx{0}}, 0).p90, Seconds{0});
}

TEST_F(AtADedicatedCounter, AFreeOneMakesNoPromiseOfAtOnceHold)
{
    helpAfter(Minutes{5});
    const Promise atOnce{Seconds{0}, Seconds{0}, Seconds{0}, PromiseMethod::Simulation, 7};
    EXPECT_GE(promiseOf(hall.state, {kAccount, kOrdinary}, 0, Foreseen{atOnce}).p10, Minutes{5});
}

TEST(PromiseAtIssue, HoldsUntilAnEstimatorKnowsTheTicketLessWhatHasPassed)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    const Promise given{Seconds{100}, Seconds{200}, Seconds{300}, PromiseMethod::Simulation, 7};
    hall.must(IssueTicket{.service = kAccount, .promise = given});
    const TicketId id = hall.state.tickets.back().id;
    EXPECT_EQ(foreseenAtIssue(hall.state, *hall.state.find(id), hall.now)->promise, given);
    hall.pass(Seconds{4});
    const auto later = foreseenAtIssue(hall.state, *hall.state.find(id), hall.now);
    EXPECT_EQ(later->promise.p10, Seconds{96});
    EXPECT_EQ(later->promise.p90, Seconds{296});
    hall.pass(kHoldsSinceIssue);
    EXPECT_EQ(foreseenAtIssue(hall.state, *hall.state.find(id), hall.now), std::nullopt);
}

} // namespace
} // namespace starqueue::queue::test
