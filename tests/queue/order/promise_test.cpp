#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace starqueue::queue::test {
namespace {

TEST(Promise, NobodyWaitsWhereACounterIsFree)
{
    Hall hall;
    hall.open(kFirst);
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 0), Promise{});
    hall.issue(kAccount);
    EXPECT_GT(promiseByRank(hall.state, {kAccount, kOrdinary}, 1).p50, Seconds{0});
}

TEST(Promise, IsUnknownWhileNoCounterThatMayServeIsOpen)
{
    Hall hall;
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 0).method, PromiseMethod::Unknown);
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 10).method, PromiseMethod::Unknown);
    hall.open(kFirst); // account and plans; repair is served elsewhere
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 10).method, PromiseMethod::Rank);
    EXPECT_EQ(promiseByRank(hall.state, {kRepair, kOrdinary}, 0).method, PromiseMethod::Unknown);
    hall.must(PauseCounter{kFirst, ""});
    EXPECT_EQ(promiseByRank(hall.state, {kAccount, kOrdinary}, 0).method, PromiseMethod::Unknown);
}

TEST(Promise, OfTheEstimatorFallsWithTheLastCounterThatMayServe)
{
    Hall hall;
    const Promise given{Seconds{60}, Seconds{90}, Seconds{120}, PromiseMethod::Simulation, 7};
    hall.must(IssueTicket{.service = kAccount, .promise = given});
    EXPECT_EQ(hall.state.tickets.back().promise.method, PromiseMethod::Unknown);
    EXPECT_EQ(hall.state.tickets.back().promise.p90, Seconds{0});
}

TEST(Promise, IsAtOnceOnlyWhereACounterIsFree)
{
    Hall hall;
    const Promise atOnce{Seconds{0}, Seconds{0}, Seconds{0}, PromiseMethod::Simulation, 7};
    hall.open(kFirst);
    hall.must(IssueTicket{.service = kAccount, .promise = atOnce});
    EXPECT_EQ(hall.state.tickets.back().promise, atOnce);
    hall.next(kFirst);
    hall.must(IssueTicket{.service = kAccount, .promise = atOnce});
    EXPECT_EQ(hall.state.tickets.back().promise.method, PromiseMethod::Rank) << "the counter was taken since";
    EXPECT_GT(hall.state.tickets.back().promise.p90, Seconds{0});
}

TEST(Promise, IsAtOnceWhereThoseAheadWaitForAnotherCounter)
{
    Hall hall;
    hall.open(kFirst);
    hall.open(kSecond);
    hall.issue(kRepair);
    hall.next(kSecond);
    hall.issue(kRepair);
    const Promise atOnce{Seconds{0}, Seconds{0}, Seconds{0}, PromiseMethod::Simulation, 7};
    hall.must(IssueTicket{.service = kAccount, .promise = atOnce});
    EXPECT_EQ(hall.last<TicketIssued>().ahead, 1U) << "the second counter would call the repair first";
    EXPECT_EQ(hall.state.tickets.back().promise, atOnce) << "but the first is free, and gives no repairs";
    EXPECT_EQ(promiseByRank(hall.state, {kRepair, kOrdinary}, 1).method, PromiseMethod::Rank);
    EXPECT_GT(promiseByRank(hall.state, {kRepair, kOrdinary}, 1).p90, Seconds{0});
    EXPECT_GT(promiseByRank(hall.state, {kAccount, kOrdinary}, 2).p90, Seconds{0})
        << "now somebody waits for the first one";
}

TEST(Promise, GrowsWithThoseAheadAndShrinksWithCounters)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    const Promise few = promiseByRank(hall.state, {kAccount, kOrdinary}, 3);
    const Promise many = promiseByRank(hall.state, {kAccount, kOrdinary}, 9);
    EXPECT_LT(few.p50, many.p50);
    hall.open(kSecond);
    hall.issue(kAccount);
    hall.next(kSecond);
    EXPECT_LT(promiseByRank(hall.state, {kAccount, kOrdinary}, 9).p50, many.p50);
}

TEST(Promise, HasTheQuantilesOfAGammaDistribution)
{
    Hall hall;
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.next(kFirst);
    // Ten services of 6 min, squared variation 0.49/10: a Gamma of shape 20.41 and scale 176.4 s.
    const Promise promise = promiseByRank(hall.state, {kAccount, kOrdinary}, 9);
    EXPECT_NEAR(static_cast<double>(promise.p10.count()), 2617, 15);
    EXPECT_NEAR(static_cast<double>(promise.p50.count()), 3541, 15);
    EXPECT_NEAR(static_cast<double>(promise.p90.count()), 4660, 15);
}

TEST(Promise, CountsTheServicesOfThoseAheadWhateverOneWantsOneself)
{
    Hall hall;
    hall.open(kFirst); // account and plans
    hall.issue(kAccount);
    hall.next(kFirst);
    for (int i = 0; i < 5; ++i)
        hall.issue(kAccount);
    EXPECT_EQ(promiseByRank(hall.state, {kPlans, kOrdinary}, 5),
              promiseByRank(hall.state, {kAccount, kOrdinary}, 5));
}

TEST(Promise, AheadCountsByRankWhoSharesACounter)
{
    Hall hall;
    hall.open(kFirst); // account and plans; repair is served elsewhere
    for (int i = 0; i < 4; ++i) {
        hall.issue(kAccount);
        hall.issue(kRepair);
        hall.pass(Minutes{4});
    }
    EXPECT_EQ(aheadOfNewcomer(hall.state, {kPlans, TierIx{3}}, hall.now), 4U);
    EXPECT_EQ(aheadOfNewcomer(hall.state, {kPlans, TierIx{1}}, hall.now), 1U)
        << "16 min ago, a head start of 15";
    hall.issue(kAccount, 5);
    EXPECT_EQ(hall.last<TicketIssued>().ahead, 1U);
    EXPECT_EQ(hall.last<TicketIssued>().ticket.promise.method, PromiseMethod::Rank);
}

TEST(Promise, OfTheEstimatorIsKeptAsItCame)
{
    Hall hall;
    hall.open(kFirst);
    const Promise given{Seconds{60}, Seconds{90}, Seconds{120}, PromiseMethod::Simulation, 7};
    hall.must(IssueTicket{.service = kAccount, .promise = given});
    EXPECT_EQ(hall.state.tickets.back().promise, given);
}

/// How many are called before that ticket were nobody to come and no time to pass.
std::uint32_t calledBefore(RandomDay day, TicketId ticket)
{
    std::uint32_t called = 0;
    for (auto next = preview(day.state, CounterIx{0}, day.now); next && next->first != ticket;
         next = preview(day.state, CounterIx{0}, day.now), ++called)
        day.carryOut(CancelTicket{next->first});
    return called;
}

/// One counter for everything: `ahead` is then exact, whoever goes first by guard or by count.
RC_GTEST_PROP(Promise, AheadIsHowManyAreCalledBeforeWereNobodyToCome, (unsigned dice))
{
    Rules rules = smallHall();
    if (dice % 2 == 0)
        rules.guard = std::nullopt;
    else
        rules.guard = Minutes{*rc::gen::inRange(1, 8)};
    rules.mostPasses = *rc::gen::inRange<std::uint16_t>(0, 4);
    rules.discipline = static_cast<Discipline>(dice % 3); // head-start, fifo, strict
    rules.counters.resize(1);
    rules.counters[0].services = {kAccount, kPlans, kRepair};
    RandomDay day(rules);
    day.carryOut(OpenCounter{CounterIx{0}, "7"});
    const auto people = *rc::gen::inRange(1, 40);
    for (int i = 0; i < people; ++i) {
        day.make({0, *rc::gen::inRange<std::uint8_t>(0, 250), *rc::gen::inRange<std::uint8_t>(0, 250), 30});
        if (*rc::gen::inRange(0, 3) > 0)
            continue;
        day.carryOut(CallNext{CounterIx{0}});
        day.carryOut(StartService{CounterIx{0}});
        day.carryOut(FinishService{CounterIx{0}, {}});
    }
    for (const Ticket& ticket : day.state.tickets) {
        if (ticket.state == TicketState::Waiting)
            RC_ASSERT(ahead(day.state, ticket, day.now) == calledBefore(day, ticket.id));
    }
}

} // namespace
} // namespace starqueue::queue::test
