#include <queue/staffing/planned_staffing.h>

#include <queue/support/hall_fixture.h>

#include <numeric>

namespace starqueue::queue::test {
namespace {

const Instant kOpens = Instant{} + std::chrono::hours{9};

/// One service of five minutes, one tier with a target of ten, so many counters.
Rules plainHall(int counters)
{
    Rules rules;
    ServiceRule service;
    service.id = "all";
    service.prefix = "A";
    rules.services = {service};
    TierRule everybody;
    everybody.target = Minutes{10};
    rules.tiers = {everybody};
    for (int i = 0; i < counters; ++i) {
        CounterRule counter;
        counter.id = std::to_string(i + 1);
        counter.services = {ServiceIx{0}};
        rules.counters.push_back(counter);
    }
    return rules;
}

StaffingQuestion question(int counters, std::vector<double> perMinute)
{
    StaffingQuestion asked;
    asked.rules = std::make_shared<const Rules>(plainHall(counters));
    asked.belief.demand.services = {{1, Minutes{5}, 0.7, false, Millis{0}}};
    asked.belief.demand.tiers = {{"everybody", 1, {}}};
    asked.halfHours = static_cast<int>(perMinute.size());
    asked.belief.arrivals = {kOpens, Minutes{30}, std::move(perMinute), 1, 0.05};
    asked.from = kOpens;
    return asked;
}

int sumOf(const std::vector<int>& counters)
{
    return std::accumulate(counters.begin(), counters.end(), 0);
}

TEST(Staffing, OpensMoreCountersWhenMoreCustomersCome)
{
    const StaffingQuestion asked = question(12, {0.3, 0.3, 1.2, 1.2, 0.3, 0.3});
    const StaffingAdvice advice = adviseStaffing(asked, {});
    ASSERT_TRUE(advice.possible);
    ASSERT_EQ(advice.counters.size(), 6U);
    EXPECT_GE(advice.probability + advice.halfWidth, asked.probability);
    EXPECT_GT(advice.counters[2] + advice.counters[3], advice.counters[0] + advice.counters[1] + 4);
    EXPECT_NEAR(advice.expected[2], 36, 0.1);
    EXPECT_LT(sumOf(advice.counters), 6 * 8) << "everything open all the time is no advice";
}

TEST(Staffing, OneCounterFewerThanAdvisedKeepsTheTargetsLessOften)
{
    const StaffingQuestion asked = question(12, {0.9, 0.9, 0.9, 0.9});
    const StaffingAdvice advice = adviseStaffing(asked, {});
    ASSERT_TRUE(advice.possible);
    std::vector<int> fewer = advice.counters;
    for (int& counters : fewer)
        counters -= 1;
    EXPECT_LT(weighStaffing(asked, fewer, {}).probability, advice.probability);
    EXPECT_FALSE(weighStaffing(asked, fewer, {}).possible);
}

TEST(PlannedStaffing, IsTheFewestOfAHalfHourAndUnknownWhereThePlanLeavesSomeOfItOut)
{
    using namespace std::chrono_literals;
    const std::vector<PlannedSpan> plan{{9h, 12h, 5}, {12h, 13h + 15min, 3}, {14h, 17h, 4}};
    EXPECT_EQ(plannedIn(plan, 9h), 5);
    EXPECT_EQ(plannedIn(plan, 11h + 45min), 3) << "from both";
    EXPECT_EQ(plannedIn(plan, 8h + 45min), std::nullopt);
    EXPECT_EQ(plannedIn(plan, 13h), std::nullopt);
    EXPECT_EQ(plannedIn(plan, 16h + 30min), 4);
    EXPECT_EQ(plannedIn(plan, 17h), std::nullopt);
    EXPECT_EQ(plannedIn({}, 9h), std::nullopt);
}

TEST(PlannedStaffing, IsWeighedLikeAnyPlanFromItsFirstToItsLastHalfHour)
{
    const StaffingQuestion whole = question(12, {0, 0.9, 0.9, 0.9, 0});
    const auto planned = weighPlanned(whole, {std::nullopt, 7, 7, 7, std::nullopt}, {});
    ASSERT_TRUE(planned.has_value());
    StaffingQuestion inside = whole;
    inside.from += Minutes{30};
    inside.halfHours = 3;
    const StaffingAdvice same = weighStaffing(inside, {7, 7, 7}, {});
    EXPECT_EQ(planned->probability, same.probability);
    EXPECT_EQ(planned->inTarget, same.inTarget);
    const auto closed = weighPlanned(whole, {std::nullopt, 7, std::nullopt, 7, std::nullopt}, {});
    EXPECT_EQ(closed->probability, weighStaffing(inside, {7, 0, 7}, {}).probability);
    EXPECT_FALSE(weighPlanned(whole, std::vector<std::optional<int>>(5), {}).has_value());
}

TEST(Staffing, SaysWhenNoPlanCan)
{
    const StaffingAdvice advice = adviseStaffing(question(2, {1, 1, 1, 1}), {});
    EXPECT_FALSE(advice.possible);
    EXPECT_EQ(advice.counters, (std::vector{2, 2, 2, 2})) << "all there are";
    EXPECT_LT(advice.probability, 0.5);
    EXPECT_LT(advice.inTarget.front(), 0.9);
}

TEST(Staffing, AHigherProbabilityTakesMoreCounters)
{
    StaffingQuestion asked = question(15, {0.8, 0.8, 0.8, 0.8});
    asked.probability = 0.6;
    const int easy = sumOf(adviseStaffing(asked, {}).counters);
    asked.probability = 0.97;
    EXPECT_GT(sumOf(adviseStaffing(asked, {}).counters), easy);
}

TEST(Staffing, TheSameOnAnyNumberOfThreads)
{
    const StaffingQuestion asked = question(10, {0.5, 0.9, 0.5});
    SimulationOptions two;
    two.threads = 2;
    const StaffingAdvice one = adviseStaffing(asked, {});
    const StaffingAdvice other = adviseStaffing(asked, two);
    EXPECT_EQ(one.counters, other.counters);
    EXPECT_EQ(one.probability, other.probability);
}

TEST(Staffing, ReckonsWithWhoWaitsAndIsServedNow)
{
    StaffingQuestion asked = question(12, {0.5, 0.5});
    Hall hall(*asked.rules);
    hall.now = kOpens - Minutes{2};
    hall.open(CounterIx{0});
    for (int i = 0; i < 14; ++i)
        hall.issue(ServiceIx{0});
    hall.must(CallNext{CounterIx{0}});
    hall.pass(Minutes{2});
    const StaffingAdvice empty = adviseStaffing(asked, {});
    asked.now = hallSnapshot(hall.state, hall.now);
    const StaffingAdvice crowded = adviseStaffing(asked, {});
    ASSERT_TRUE(crowded.possible);
    EXPECT_GT(crowded.counters[0], empty.counters[0]);
    EXPECT_LT(weighStaffing(asked, {1, 1}, {}).probability, 0.05) << "with the one that is open now";
}

TEST(Staffing, AStopAdvisesNothing)
{
    std::stop_source stop;
    stop.request_stop();
    SimulationOptions options;
    options.stop = stop.get_token();
    const StaffingAdvice advice = adviseStaffing(question(10, {1, 1}), options);
    EXPECT_TRUE(advice.stopped);
    EXPECT_FALSE(advice.possible);
}

TEST(Staffing, AddsCountersLikeTheFirstThatServesEverybody)
{
    const Rules rules = withCounters(smallHall(), 5);
    ASSERT_EQ(rules.counters.size(), 5U);
    EXPECT_EQ(rules.counters[4].services, smallHall().counters[0].services);
    EXPECT_FALSE(rules.counters[4].dedicatedToStars);
    EXPECT_EQ(withCounters(smallHall(), 2), smallHall());
}

} // namespace
} // namespace starqueue::queue::test
