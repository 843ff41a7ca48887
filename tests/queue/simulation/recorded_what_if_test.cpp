#include <queue/simulation/recorded_what_if.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

const Instant kRecordedOpening = Instant{} + std::chrono::hours{9};

RecordedCustomer customer(int minute, int stars, std::optional<int> waited, int serves = 5)
{
    RecordedCustomer recorded;
    recorded.arrives = kRecordedOpening + Minutes{minute};
    recorded.stars = static_cast<std::uint8_t>(stars);
    recorded.serves = Minutes{serves};
    if (waited)
        recorded.called = recorded.arrives + Minutes{*waited};
    return recorded;
}

RecordedDay day(std::vector<RecordedCustomer> customers)
{
    RecordedDay recorded;
    recorded.services = {"account"};
    recorded.customers = std::move(customers);
    return recorded;
}

Scenario scenario(int counters)
{
    Scenario planned;
    TierRule stars;
    stars.stars = 5;
    stars.target = Minutes{5};
    stars.headStart = Minutes{15};
    TierRule others;
    others.target = Minutes{15};
    planned.rules.tiers = {stars, others};
    planned.demand.tiers = {{"stars", 1, {}}, {"others", 1, {}}};
    for (int i = 0; i < counters; ++i) {
        CounterRule counter;
        counter.id = std::to_string(i + 1);
        planned.rules.counters.push_back(counter);
    }
    planned.opening = {{Millis{0}, counters}};
    return planned;
}

TEST(RecordedWhatIf, WhatHappenedIsCountedFromTheRecord)
{
    const auto days = std::vector{day({customer(0, 0, 0), customer(1, 0, 40), customer(2, 5, 3)}),
                                  day({customer(0, 0, 2), customer(1, 5, std::nullopt)})};
    const SimulationResult result = whatHappened(days, scenario(1));
    EXPECT_EQ(result.customers, 4U);
    EXPECT_EQ(result.unserved, 1U);
    EXPECT_EQ(result.tiers[0].count, 1U);
    EXPECT_EQ(result.tiers[0].max, 3);
    EXPECT_EQ(result.tiers[1].mean, 14);
    EXPECT_EQ(result.days, 2U);
    EXPECT_EQ(result.daysOver30Minutes, 0.5);
    EXPECT_EQ(result.daysAllTargetsMet, 0) << "one waited 40 minutes, one was never called";
}

TEST(RecordedWhatIf, TheSameCustomersWaitLessWithMoreCounters)
{
    std::vector<RecordedCustomer> crowd;
    for (int i = 0; i < 20; ++i)
        crowd.push_back(customer(i, i % 5 == 0 ? 5 : 0, 4 * i));
    crowd.push_back(customer(20, 0, std::nullopt));
    const RecordedDemand demand = demandOf({day(crowd)});
    EXPECT_EQ(demand.leftOut, 1U);
    const auto meanWith = [&](int counters) {
        const Scenario tried = scenarioFor(demand, scenario(counters));
        const SimulationResult result = simulate(tried, demand.days, {});
        EXPECT_EQ(result.customers, 20U);
        EXPECT_EQ(result.unserved, 0U);
        return result.tiers[1].mean;
    };
    EXPECT_GT(meanWith(1), meanWith(2));
    EXPECT_EQ(meanWith(20), 0);
}

TEST(RecordedWhatIf, ServicesOfAllDaysAreGivenByEveryCounter)
{
    RecordedDay other = day({customer(0, 0, 0)});
    other.services = {"plans"};
    const RecordedDemand demand = demandOf({day({customer(0, 0, 0)}), other});
    EXPECT_EQ(demand.services, (std::vector<std::string>{"account", "plans"}));
    EXPECT_EQ(demand.days[1].front().wants, ServiceIx{1});
    EXPECT_EQ(scenarioFor(demand, scenario(2)).rules.counters[1].services.size(), 2U);
}

} // namespace
} // namespace starqueue::queue::test
