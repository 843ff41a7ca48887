#include <queue/estimation/forward_runs.h>

#include <queue/support/hall_fixture.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue::test {
namespace {

/// Every service takes four minutes to the second, nobody comes, everybody shows up.
Belief constantTimes(const Rules& rules)
{
    Belief belief;
    for (std::size_t i = 0; i < rules.services.size(); ++i)
        belief.demand.services.push_back({1, Minutes{4}, 0, false, Millis{0}});
    belief.demand.tiers.resize(rules.tiers.size());
    return belief;
}

struct ForwardRunsTest : testing::Test
{
    Hall hall;
    ForwardRuns runs{hall.state.rules, constantTimes(*hall.state.rules), 50};

    void simulate() { runs.simulate(hallSnapshot(hall.state, hall.now), 1, true); }
    Millis medianOf(TicketId ticket) { return runs.waitOf(ticket).value_or(WaitRange{}).p50; }
    Millis medianOfNewcomer(ServiceIx service, TierIx tier, GroupIx statutory = kNoGroup)
    {
        return runs.waitOfNewcomer(service, tier, statutory).value_or(WaitRange{}).p50;
    }
};

TEST_F(ForwardRunsTest, WithKnownTimesTheWaitIsExact)
{
    hall.open(kFirst);
    const TicketId served = hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    const TicketId first = hall.issue(kAccount);
    const TicketId second = hall.issue(kPlans);
    hall.pass(Minutes{1});
    simulate();
    EXPECT_FALSE(runs.waitOf(served)) << "it waits no more";
    EXPECT_EQ(medianOf(first), Minutes{3});
    EXPECT_EQ(medianOf(second), Minutes{7});
    EXPECT_EQ(runs.waitOf(second)->p10, runs.waitOf(second)->p90);
    EXPECT_EQ(runs.all().size(), 2U);
}

TEST_F(ForwardRunsTest, ANewcomerStandsWhereTheRulesWouldPutThem)
{
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    hall.issue(kAccount);
    simulate();
    EXPECT_EQ(medianOfNewcomer(kAccount, TierIx{3}), Minutes{8}) << "behind the one who waits";
    EXPECT_EQ(medianOfNewcomer(kAccount, TierIx{1}), Minutes{4}) << "a head start goes before";
    EXPECT_EQ(medianOfNewcomer(kAccount, TierIx{3}, kElderly), Minutes{4}) << "so does a statutory priority";
    EXPECT_EQ(medianOfNewcomer(kPlans, TierIx{3}), Minutes{8});
}

TEST_F(ForwardRunsTest, WhoWasPutFirstIsReckonedWith)
{
    hall.open(kFirst);
    const TicketId older = hall.issue(kAccount);
    hall.pass(Minutes{1});
    const TicketId putFirst = hall.issue(kAccount);
    hall.must(CallNumber{kFirst, putFirst, "asked"});
    hall.must(Transfer{kFirst, std::nullopt, kNoCounter, "", true, "asked"});
    simulate();
    EXPECT_EQ(medianOf(putFirst), Millis{0});
    EXPECT_EQ(medianOf(older), Minutes{4});
}

TEST_F(ForwardRunsTest, AServiceThatNoOpenCounterGivesHasNoForecast)
{
    hall.open(kFirst);
    const TicketId repair = hall.issue(kRepair);
    simulate();
    EXPECT_FALSE(runs.waitOf(repair));
    EXPECT_FALSE(runs.waitOfNewcomer(kRepair, TierIx{3}, kNoGroup));
    EXPECT_EQ(runs.waitOfNewcomer(kAccount, TierIx{3}, kNoGroup), WaitRange{})
        << "a free counter calls at once";
}

TEST_F(ForwardRunsTest, WhoComesLaterWithAHeadStartIsReckonedWith)
{
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    TicketId last;
    for (int i = 0; i < 4; ++i)
        last = hall.issue(kAccount);
    simulate();
    const Millis alone = medianOf(last);
    Belief busy = constantTimes(*hall.state.rules);
    busy.demand.tiers[3].share = 1e-9; // all who come have stars
    busy.arrivals = {hall.now, Minutes{30}, {0.2, 0.2}, 1, 0};
    ForwardRuns crowded(hall.state.rules, busy, 50);
    crowded.simulate(hallSnapshot(hall.state, hall.now), 1, false);
    EXPECT_GT(crowded.waitOf(last)->p50, alone);
}

TEST_F(ForwardRunsTest, WhoComesLaterWithoutAHeadStartDelaysNobodyWhoWaits)
{
    hall.open(kFirst);
    hall.issue(kAccount);
    hall.must(CallNext{kFirst});
    TicketId last;
    for (int i = 0; i < 4; ++i)
        last = hall.issue(kAccount);
    simulate();
    const Millis alone = medianOf(last);
    Belief busy = constantTimes(*hall.state.rules);
    for (std::size_t tier = 0; tier < 3; ++tier)
        busy.demand.tiers[tier].share = 1e-9; // nobody who comes has stars
    busy.arrivals = {hall.now, Minutes{30}, {0.2, 0.2}, 1, 0};
    ForwardRuns crowded(hall.state.rules, busy, 50);
    crowded.simulate(hallSnapshot(hall.state, hall.now), 1, false);
    EXPECT_EQ(crowded.waitOf(last)->p50, alone) << "nor has anybody a statutory priority";
}

TEST_F(ForwardRunsTest, TheSameSeedGivesTheSameRanges)
{
    Belief belief = constantTimes(*hall.state.rules);
    for (ServiceDemand& service : belief.demand.services)
        service.cv = 0.7;
    belief.arrivals = {hall.now, Minutes{30}, {1, 1}, 1, 0.1};
    hall.open(kFirst);
    hall.open(kStars);
    for (int i = 0; i < 10; ++i)
        hall.issue(kAccount, i % 6);
    const HallSnapshot now = hallSnapshot(hall.state, hall.now);
    ForwardRuns one(hall.state.rules, belief);
    ForwardRuns other(hall.state.rules, belief);
    one.simulate(now, 7, true);
    other.simulate(now, 3, true);
    const auto different = other.all();
    other.simulate(now, 7, true);
    EXPECT_EQ(one.all(), other.all());
    EXPECT_NE(one.all(), different);
}

/// The order of calls is the hall's own, whatever the discipline.
TEST(ForwardRuns, CallsInTheOrderInWhichTheHallCalls)
{
    for (const auto discipline : {Discipline::HeadStart, Discipline::Fifo, Discipline::Strict,
                                  Discipline::Weighted, Discipline::Accumulating}) {
        Rules rules = smallHall();
        rules.discipline = discipline;
        Hall hall(rules);
        ForwardRuns runs(hall.state.rules, constantTimes(rules), 3);
        hall.open(kFirst);
        for (const int stars : {0, 5, 4, 0, 6, 0, 4}) {
            hall.issue(stars % 2 == 0 ? kAccount : kPlans, stars);
            hall.pass(Minutes{2});
        }
        runs.simulate(hallSnapshot(hall.state, hall.now), 1, false);
        auto foreseen = runs.all();
        std::ranges::stable_sort(foreseen, {}, [](const auto& entry) { return entry.second.p50; });
        const Instant began = hall.now;
        EXPECT_EQ(foreseen.size(), 7U);
        for (const auto& [ticket, range] : foreseen) {
            EXPECT_EQ(hall.serveNext(kFirst, Minutes{4}), ticket) << static_cast<int>(discipline);
            EXPECT_EQ(hall.ticket(ticket).called - began, range.p50);
        }
    }
}

TEST(TimeTable, DrawsHaveTheMeanAndVariationAskedFor)
{
    const TimeTable table({1, Minutes{6}, 0.7, false, Seconds{20}}, 0, Millis{0});
    RandomStream random(1, 2);
    double sum = 0;
    double squares = 0;
    constexpr int kDraws = 200'000;
    for (int i = 0; i < kDraws; ++i) {
        const double minutes = static_cast<double>((table.draw(random) - Seconds{20}).count()) / 60'000;
        sum += minutes;
        squares += minutes * minutes;
    }
    const double mean = sum / kDraws;
    EXPECT_NEAR(mean, 6, 0.06);
    EXPECT_NEAR(std::sqrt(squares / kDraws - mean * mean) / mean, 0.7, 0.02);
}

TEST(TimeTable, ARunningServiceOfAMemorylessKindLastsTheMeanAnew)
{
    const TimeTable memoryless({1, Minutes{6}, 1, true, Millis{0}}, 0, Millis{0});
    for (const Millis elapsed : {Millis{0}, Millis{Minutes{6}}, Millis{Minutes{20}}, Millis{Minutes{60}}}) {
        RandomStream random(1, 3);
        double sum = 0;
        constexpr int kDraws = 50'000;
        for (int i = 0; i < kDraws; ++i) {
            const Millis rest = memoryless.drawRest(random, elapsed);
            ASSERT_GE(rest, Millis{0});
            sum += static_cast<double>(rest.count()) / 60'000;
        }
        EXPECT_NEAR(sum / kDraws, 6, 0.5) << elapsed.count();
    }
}

TEST(NormalQuantile, AgreesWithTheTables)
{
    EXPECT_NEAR(normalQuantile(0.5), 0, 1e-9);
    EXPECT_NEAR(normalQuantile(0.975), 1.959963985, 1e-7);
    EXPECT_NEAR(normalQuantile(0.9), 1.281551566, 1e-7);
    EXPECT_NEAR(normalQuantile(0.001), -3.090232306, 1e-7);
}

TEST(ArrivalForecast, ADayWithMoreCustomersThanUsualIsTakenForABusyOne)
{
    ArrivalForecast forecast;
    learnFactor(forecast, 0.1, 150, 100);
    EXPECT_NEAR(forecast.factor, 1.25, 1e-9)
        << "half way between 1 and 1.5: the prior weighs as 100 customers";
    EXPECT_LT(forecast.factorSd, 0.1);
    learnFactor(forecast, 0, 150, 100);
    EXPECT_EQ(forecast.factor, 1);
}

TEST(ArrivalForecast, CountsWhatIsExpectedBetweenTwoMoments)
{
    const Instant opens = Instant{} + std::chrono::hours{9};
    const ArrivalForecast forecast{opens, Minutes{30}, {1, 2}, 1, 0};
    EXPECT_NEAR(forecast.expected(opens - Minutes{10}, opens + Minutes{45}), 60, 1e-9);
    EXPECT_EQ(forecast.rateAt(opens - Minutes{1}), 0);
    EXPECT_EQ(forecast.rateAt(opens + Minutes{31}), 2);
    EXPECT_EQ(forecast.rateAt(opens + Minutes{61}), 0);
}

} // namespace
} // namespace starqueue::queue::test
