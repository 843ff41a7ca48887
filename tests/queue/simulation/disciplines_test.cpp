// What must hold whatever the demand is: no discipline serves more or less than another, and extreme
// parameters of one are another.

#include <queue/simulation/simulation.h>
#include <queue/simulation/small_scenarios.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

using enum Discipline;

constexpr std::array kAll{HeadStart, Fifo, Strict, Weighted, Accumulating};

/// Two counters for 60 hours at 0.9: lines of some dozen.
Scenario longDay()
{
    Scenario scenario = plainHall(2);
    scenario.demand.arrivals.hourly = std::vector<double>(60, 1.0);
    return scenario;
}

std::map<std::uint64_t, CallRecorder::Call> callsUnder(Scenario scenario, Discipline discipline)
{
    scenario.rules.discipline = discipline;
    CallRecorder day;
    runDay(scenario, 0, day);
    return day.calls;
}

/// The mean wait of all, each tier weighted by the work it brings.
double meanByWork(const Scenario& scenario, const SimulationResult& result)
{
    double sum = 0;
    double work = 0;
    for (std::size_t i = 0; i < result.tiers.size(); ++i) {
        const double mean = static_cast<double>(scenario.demand.tiers[i].mean.value_or(Minutes{6}).count());
        const double brought = scenario.demand.tiers[i].share * mean;
        sum += brought * result.tiers[i].mean;
        work += brought;
    }
    return sum / work;
}

/// Anything that a scenario may hold, in short.
Scenario randomHall()
{
    Scenario scenario = busyHall();
    scenario.rules.discipline = *rc::gen::elementOf(std::vector<Discipline>(kAll.begin(), kAll.end()));
    scenario.rules.guard = Minutes{*rc::gen::inRange(1, 40)};
    scenario.rules.mostPasses = static_cast<std::uint16_t>(*rc::gen::inRange(0, 5));
    for (TierRule& tier : scenario.rules.tiers) {
        tier.headStart = Minutes{*rc::gen::inRange(0, 40)};
        tier.rate = *rc::gen::inRange(1, 10);
        tier.weight = *rc::gen::inRange(1, 10);
    }
    scenario.rules.counters.back().helpOthersAfter =
        *rc::gen::element<std::optional<Millis>>(std::nullopt, Millis{0}, Minutes{4});
    scenario.demand.noShowShare = *rc::gen::elementOf(std::vector<double>{0, 0.05, 1});
    scenario.demand.arrivals.perMinute = *rc::gen::elementOf(std::vector<double>{0.05, 0.8, 1.2, 5});
    scenario.demand.arrivals.hourly = {1};
    scenario.opening = {{Millis{0}, *rc::gen::inRange(0, 5)},
                        {Minutes{20}, *rc::gen::inRange(0, 5)},
                        {Minutes{50}, *rc::gen::inRange(1, 5)}};
    scenario.seed = static_cast<std::uint64_t>(*rc::gen::inRange(0, 1'000'000));
    return scenario;
}

} // namespace

TEST(Disciplines, ShareOutExactlyTheSameSumOfWaitsWhenServicesTakeTheSame)
{
    Scenario scenario = longDay();
    scenario.demand.services = {{1, Minutes{6}, 0, false, Millis{0}}};
    std::optional<Millis> sum;
    for (const Discipline discipline : kAll) {
        scenario.rules.discipline = discipline;
        CallRecorder day;
        runDay(scenario, 0, day);
        EXPECT_GT(day.calls.size(), 900U);
        EXPECT_GT(day.sumOfWaits(), Minutes{1000}) << "there were lines to share out";
        EXPECT_EQ(day.sumOfWaits(), sum.value_or(day.sumOfWaits()));
        sum = day.sumOfWaits();
    }
}

TEST(Disciplines, DoDifferInWhoWaits)
{
    const auto fifo = callsUnder(longDay(), Fifo);
    for (const Discipline discipline : {HeadStart, Strict, Weighted, Accumulating})
        EXPECT_NE(callsUnder(longDay(), discipline), fifo);
}

TEST(Disciplines, WithoutHeadStartsOrWithEqualRatesAreFifo)
{
    Scenario scenario = longDay();
    for (TierRule& tier : scenario.rules.tiers) {
        tier.headStart = Millis{0};
        tier.rate = 3;
    }
    const auto fifo = callsUnder(scenario, Fifo);
    EXPECT_EQ(callsUnder(scenario, HeadStart), fifo);
    EXPECT_EQ(callsUnder(scenario, Accumulating), fifo);
}

TEST(Disciplines, WithHeadStartsOrRatesWithoutBoundAreStrict)
{
    Scenario scenario = longDay();
    for (std::size_t i = 0; i < scenario.rules.tiers.size(); ++i) {
        scenario.rules.tiers[i].headStart = Minutes{100'000} * static_cast<int>(3 - i);
        scenario.rules.tiers[i].rate = std::pow(1e9, static_cast<double>(3 - i));
    }
    const auto strict = callsUnder(scenario, Strict);
    EXPECT_EQ(callsUnder(scenario, HeadStart), strict);
    EXPECT_EQ(callsUnder(scenario, Accumulating), strict);
}

TEST(Disciplines, AreAllFifoWhenTheGuardIsAMillisecond)
{
    Scenario scenario = longDay();
    scenario.rules.guard = Millis{1};
    const auto fifo = callsUnder(scenario, Fifo);
    for (const Discipline discipline : kAll)
        EXPECT_EQ(callsUnder(scenario, discipline), fifo);
}

// Σρ_iW_i/ρ = W0/(1 − ρ) with W0 = Σλ_iE[S_i²]/2, for every order that doesn't look at service times:
// Kleinrock's conservation law, M/G/1. Exponential: E[S²] = 2 m².
TEST(Disciplines, KeepTheMeanWaitThatTheConservationLawGives)
{
    Scenario scenario = plainHall(1);
    scenario.demand.tiers[0].mean = Minutes{12};
    scenario.demand.tiers[3].mean = Minutes{3};
    scenario.demand.arrivals.perMinute = 0.7 * 15 / (12 + 6 * 6 + 8 * 3);
    scenario.length = {0, 60'000, 2'000};
    const double w0 = scenario.demand.arrivals.perMinute / 15 * (144 + 6 * 36 + 8 * 9);
    for (const Discipline discipline : kAll) {
        scenario.rules.discipline = discipline;
        const SimulationResult result = simulate(scenario, {});
        EXPECT_NEAR(meanByWork(scenario, result), w0 / 0.3, 0.08 * w0 / 0.3);
        EXPECT_NEAR(result.occupancy, 0.7, 0.02);
    }
}

RC_GTEST_PROP(AnyHall, LosesNobodyAndKeepsItsBounds, ())
{
    const Scenario scenario = randomHall();
    CallRecorder day;
    runDay(scenario, 0, day);
    RC_ASSERT(day.calls.size() + day.left == day.numbers);
    RC_ASSERT(day.refused == 0U);
    RC_ASSERT(day.left == 0U); // the guard brings everybody to a counter that is open in the end
    RC_ASSERT(day.violations == 0U);
    for (const auto& [index, call] : day.calls) {
        RC_ASSERT(call.wait >= Millis{0});
        RC_ASSERT(call.passedMost < *scenario.rules.guard);
        RC_ASSERT(scenario.rules.mostPasses == 0 || call.passed <= scenario.rules.mostPasses);
    }
}

RC_GTEST_PROP(AnyHall, GetsTheSameCustomersUnderEveryDiscipline, ())
{
    Scenario scenario = randomHall();
    std::optional<std::uint64_t> numbers;
    for (const Discipline discipline : kAll) {
        scenario.rules.discipline = discipline;
        CallRecorder day;
        runDay(scenario, 0, day);
        RC_ASSERT(day.numbers == numbers.value_or(day.numbers));
        numbers = day.numbers;
    }
}

} // namespace starqueue::queue::test
