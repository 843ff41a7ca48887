#include <queue/simulation/simulation.h>
#include <queue/simulation/small_scenarios.h>

#include <gtest/gtest.h>

#include <cmath>

namespace starqueue::queue::test {
namespace {

SimulationResult on(unsigned threads, const Scenario& scenario)
{
    SimulationOptions options;
    options.threads = threads;
    return simulate(scenario, options);
}

/// Asked to stop once `share` is done.
SimulationResult stoppedAt(double share, const Scenario& scenario)
{
    std::stop_source stop;
    SimulationOptions options;
    options.stop = stop.get_token();
    options.progress = [&](double done) {
        if (done >= share)
            stop.request_stop();
    };
    return simulate(scenario, options);
}

std::uint64_t called(const SimulationResult& result)
{
    std::uint64_t sum = 0;
    for (const TierFigures& tier : result.tiers)
        sum += tier.count;
    return sum;
}

/// C(c, ρ)/(cμ(1 − ρ)): the mean wait in M/M/c by Erlang's C, in units of the mean service.
double erlangWait(int counters, double rho)
{
    const double a = counters * rho;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < counters; ++k)
        sum += term *= a / k;
    const double last = term * a / counters / (1 - rho);
    return last / (sum + last) / (counters * (1 - rho));
}

} // namespace

TEST(Simulation, GivesTheSameFiguresOnAnyNumberOfThreads)
{
    Scenario days = busyHall();
    Scenario endless = plainHall(2);
    endless.length = {0, 20'000, 500};
    for (const Scenario& scenario : {days, endless}) {
        const SimulationResult alone = on(1, scenario);
        EXPECT_FALSE(alone.stopped);
        for (const unsigned threads : {2U, 3U, 100U})
            EXPECT_EQ(on(threads, scenario), alone);
    }
}

TEST(Simulation, OfAnotherSeedGivesOtherFigures)
{
    Scenario scenario = busyHall();
    const SimulationResult first = simulate(scenario, {});
    scenario.seed = 2;
    EXPECT_NE(simulate(scenario, {}), first);
}

TEST(Simulation, FindsTheMeanThatErlangComputed)
{
    Scenario scenario = plainHall(3);
    scenario.rules.discipline = Discipline::Fifo;
    scenario.demand.arrivals.perMinute = 0.8 * 3 / 6;
    scenario.length = {0, 100'000, 2'000};
    const SimulationResult result = simulate(scenario, {});
    double mean = 0;
    for (const TierFigures& tier : result.tiers)
        mean += tier.mean * static_cast<double>(tier.count) / static_cast<double>(result.customers);
    EXPECT_NEAR(mean, 6 * erlangWait(3, 0.8), 0.3);
    EXPECT_NEAR(result.tiers[3].mean, 6 * erlangWait(3, 0.8), 1.5 * *result.tiers[3].meanHalfWidth);
    EXPECT_EQ(result.customers, 100'000U);
    EXPECT_FALSE(result.daysAllTargetsMet) << "an endless day has no days";
}

TEST(Simulation, CountsTheTimeOfTheHallNotOfItsCounters)
{
    Scenario scenario = plainHall(4);
    scenario.demand.arrivals.hourly = {1, 1};
    scenario.opening = {{Millis{0}, 1}, {Minutes{30}, 4}};
    scenario.length.days = 10;
    const SimulationResult result = simulate(scenario, {});
    EXPECT_GE(result.hallSeconds, 10 * 2 * 3600);
    EXPECT_LE(result.hallSeconds, 10 * 3 * 3600);
}

TEST(Simulation, OfOneDayKnowsNoHalfWidth)
{
    Scenario scenario = busyHall();
    scenario.length.days = 1;
    const SimulationResult result = simulate(scenario, {});
    EXPECT_EQ(result.days, 1U);
    EXPECT_FALSE(result.tiers[3].meanHalfWidth);
    EXPECT_FALSE(result.tiers[3].p90HalfWidth);
    EXPECT_FALSE(result.tiers[3].p95HalfWidth);
    EXPECT_TRUE(simulate(busyHall(), {}).tiers[3].p90HalfWidth);
}

TEST(Simulation, OfATierWithoutCustomersSaysSo)
{
    Scenario scenario = busyHall();
    scenario.demand.tiers[0].share = 1e-9;
    const SimulationResult result = simulate(scenario, {});
    EXPECT_EQ(result.tiers[0].count, 0U);
    EXPECT_FALSE(result.tiers[0].meanHalfWidth);
    EXPECT_GT(result.daysAllTargetsMet, 0) << "nobody's target was missed in that tier";
}

TEST(Simulation, KeepsWholeDaysWhenItIsStopped)
{
    Scenario scenario = busyHall();
    scenario.length.days = 100;
    const SimulationResult result = stoppedAt(0.25, scenario);
    EXPECT_TRUE(result.stopped);
    EXPECT_EQ(result.days, 25U);
    EXPECT_EQ(result.customers, called(result));
    Scenario shorter = scenario;
    shorter.length.days = 25;
    EXPECT_EQ(simulate(shorter, {}).customers, result.customers);
}

TEST(Simulation, StoppedBeforeItsFirstDayHasNothingToSay)
{
    const SimulationResult result = stoppedAt(0, [] {
        Scenario scenario = busyHall();
        scenario.length = {0, 1'000'000, 0};
        return scenario;
    }());
    EXPECT_TRUE(result.stopped);
    std::stop_source stop;
    stop.request_stop();
    SimulationOptions options;
    options.stop = stop.get_token();
    for (const SimulationLength length : {SimulationLength{5, 0, 0}, SimulationLength{0, 1'000, 100}}) {
        Scenario scenario = busyHall();
        scenario.length = length;
        const SimulationResult none = simulate(scenario, options);
        EXPECT_TRUE(none.stopped);
        EXPECT_EQ(none.customers, 0U);
        EXPECT_EQ(none.hallSeconds, 0);
        EXPECT_EQ(none.occupancy, 0);
    }
}

TEST(Simulation, CallsADayWithSomebodyLeftADayThatMissedItsTargets)
{
    Scenario scenario = busyHall();
    scenario.rules.guard.reset();
    scenario.opening = {{Millis{0}, 1}};
    scenario.rules.counters = {scenario.rules.counters.back()};
    scenario.rules.counters[0].helpOthersAfter.reset();
    scenario.rules.tiers.back().target = std::chrono::hours{24};
    scenario.length.days = 3;
    const SimulationResult result = simulate(scenario, {});
    EXPECT_GT(result.unserved, 0U);
    EXPECT_EQ(result.daysAllTargetsMet, 0.0);
}

TEST(Simulation, OfKnownDaysServesExactlyTheirCustomers)
{
    const Scenario scenario = busyHall();
    SimulatedCustomer customer;
    customer.arrives = kOpening;
    customer.service = Minutes{10};
    customer.wants = ServiceIx{0};
    std::vector<std::vector<SimulatedCustomer>> days(3, std::vector(5, customer));
    days.emplace_back();
    const SimulationResult result = simulate(scenario, days, {});
    EXPECT_EQ(result.days, 4U);
    EXPECT_EQ(result.customers, 15U);
    EXPECT_EQ(result.tiers[3].count, 15U);
    EXPECT_DOUBLE_EQ(result.tiers[3].max, 10) << "four counters, five customers";
    EXPECT_DOUBLE_EQ(result.tiers[3].mean, 2);
}

TEST(Simulation, OfEverybodyStayingAwayGoesOn)
{
    Scenario scenario = busyHall();
    scenario.demand.noShowShare = 1;
    scenario.demand.noShowCost = Millis{0};
    const SimulationResult result = simulate(scenario, {});
    EXPECT_GT(result.customers, 1'000U);
    EXPECT_EQ(result.tiers[3].max, 0);
    EXPECT_EQ(result.occupancy, 0);
}

} // namespace starqueue::queue::test
