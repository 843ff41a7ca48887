#include <queue/simulation/recorded_counters.h>

#include <queue/simulation/recorded_what_if.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

const Instant kMidnight{std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 20}};

Instant at(int hour, int minute = 0)
{
    return kMidnight + std::chrono::hours{hour} + Minutes{minute};
}

Millis after(int minutes)
{
    return Minutes{minutes};
}

/// Two counters from nine to five, the second one away from twelve to one; the first customer at nine.
RecordedDay twoCounters()
{
    RecordedDay day;
    day.date = Date{std::chrono::floor<std::chrono::days>(kMidnight)};
    day.services = {"account"};
    day.counters = {{"1", {ServiceIx{0}}}, {"2", {ServiceIx{0}}}};
    RecordedCustomer gaveUp;
    gaveUp.arrives = at(8, 30);
    RecordedCustomer first;
    first.arrives = at(9);
    first.called = at(9);
    first.serves = Minutes{5};
    day.customers = {gaveUp, first};
    day.presences = {
        {CounterIx{0}, at(9), at(17)}, {CounterIx{1}, at(9), at(12)}, {CounterIx{1}, at(13), at(16, 30)}};
    return day;
}

int openAt(const std::vector<OpeningStep>& steps, Millis since)
{
    int open = 0;
    for (const OpeningStep& step : steps)
        if (step.from <= since)
            open = step.open;
    return open;
}

TEST(RecordedCounters, AreThereWhenTheyWereAndTheLastStaysUntilNobodyWaits)
{
    EXPECT_EQ(recordedCounters(twoCounters(), 2),
              (std::vector<OpeningStep>{{after(0), 2}, {after(180), 1}, {after(240), 2}, {after(450), 1}}));
}

TEST(RecordedCounters, OfAScenarioWithFewerAreAtMostItsOwn)
{
    EXPECT_EQ(recordedCounters(twoCounters(), 1), (std::vector<OpeningStep>{{after(0), 1}}));
}

TEST(RecordedCounters, OfAScenarioWithMoreAreThereWhileAnybodyWas)
{
    const auto steps = recordedCounters(twoCounters(), 3);
    EXPECT_EQ(openAt(steps, after(60)), 3);
    EXPECT_EQ(openAt(steps, after(200)), 2);
    EXPECT_EQ(openAt(steps, after(460)), 2);
}

TEST(RecordedCounters, AreLaidBesideThePlan)
{
    const PlanOfDay plan{{{Minutes{540}, Minutes{720}, 2}, {Minutes{720}, Minutes{780}, 2}}, kMidnight};
    const auto beside = planBeside(twoCounters(), plan);
    ASSERT_EQ(beside.size(), 2U);
    EXPECT_EQ(beside[0].recorded, 2);
    EXPECT_EQ(beside[1].planned.counters, 2);
    EXPECT_EQ(beside[1].recorded, 1) << "one was away over lunch";
}

TEST(RecordedCounters, FollowThePlanWhereItDiffersFromTheRecord)
{
    const PlanOfDay plan{{{Minutes{720}, Minutes{780}, 2}, {Minutes{780}, Minutes{1020}, 1}}, kMidnight};
    const auto steps = plannedCounters(twoCounters(), plan, 2, 1);
    EXPECT_EQ(openAt(steps, after(60)), 2) << "as recorded: the plan says nothing of the morning";
    EXPECT_EQ(openAt(steps, after(230)), 2) << "as planned over lunch, by then also who is late";
    EXPECT_EQ(openAt(steps, after(300)), 1) << "one less than recorded";
    EXPECT_EQ(plannedCounters(twoCounters(), plan, 2, 1), steps) << "the same seed";
}

TEST(RecordedCounters, AsPlannedAreNeverMoreThanTheScenarioHas)
{
    const PlanOfDay plan{{{Minutes{540}, Minutes{1020}, 5}}, kMidnight};
    for (const OpeningStep& step : plannedCounters(twoCounters(), plan, 3, 1))
        EXPECT_LE(step.open, 3);
}

TEST(RecordedCounters, DecideHowLongTheSameCustomersWait)
{
    RecordedDay day = twoCounters();
    day.customers.clear();
    for (int i = 0; i < 12; ++i) {
        RecordedCustomer one;
        one.arrives = at(12) + Minutes{5 * i};
        one.called = one.arrives;
        one.serves = Minutes{8};
        day.customers.push_back(one);
    }
    Scenario scenario;
    scenario.rules.tiers = {TierRule{}};
    scenario.demand.tiers = {{"all", 1, {}}};
    scenario.rules.counters.resize(2);
    scenario.rules.counters[1].id = "2";
    const RecordedDemand demand = demandOf({day});
    const Scenario tried = scenarioFor(demand, scenario);
    const auto meanWith = [&](std::vector<OpeningStep> opening) {
        const SimulationResult result =
            simulate(tried, std::vector{KnownDay{demand.days[0], std::move(opening)}}, {});
        EXPECT_EQ(result.customers, 12U);
        EXPECT_EQ(result.unserved, 0U);
        return result.tiers[0].mean;
    };
    const PlanOfDay plan{{{Minutes{720}, Minutes{780}, 2}}, kMidnight};
    EXPECT_GT(meanWith(recordedCounters(day, 2)), meanWith(plannedCounters(day, plan, 2, 1)));
}

} // namespace
} // namespace starqueue::queue::test
