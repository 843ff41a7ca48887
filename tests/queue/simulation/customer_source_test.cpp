#include <queue/demand/load.h>
#include <queue/simulation/small_scenarios.h>

#include <gtest/gtest.h>

#include <cmath>

namespace starqueue::queue::test {
namespace {

std::vector<SimulatedCustomer> drawn(const Scenario& scenario, std::uint64_t stream,
                                     std::optional<Millis> lasts, std::size_t most = 1'000'000)
{
    DrawnCustomers source(scenario.demand, scenario.rules, kOpening, lasts, scenario.seed, stream);
    std::vector<SimulatedCustomer> customers;
    while (customers.size() < most) {
        const auto customer = source.next();
        if (!customer)
            break;
        customers.push_back(*customer);
    }
    return customers;
}

std::vector<SimulatedCustomer> drawnDay(const Scenario& scenario, std::uint64_t day)
{
    return drawn(scenario, day, dayLength(scenario));
}

/// Of many days, hour by hour.
std::vector<double> perHour(const Scenario& scenario, int days)
{
    std::vector<double> counts(scenario.demand.arrivals.hourly.size());
    for (int day = 0; day < days; ++day) {
        for (const SimulatedCustomer& customer : drawnDay(scenario, static_cast<std::uint64_t>(day)))
            counts.at(static_cast<std::size_t>((customer.arrives - kOpening) / std::chrono::hours{1})) +=
                1.0 / days;
    }
    return counts;
}

struct MeanAndSpread
{
    double mean = 0;
    double cv = 0;
};

MeanAndSpread serviceTimes(const Scenario& scenario, std::uint8_t stars)
{
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (const SimulatedCustomer& customer : drawn(scenario, 0, {}, 200'000)) {
        if (customer.stars != stars)
            continue;
        const double minutes = static_cast<double>(customer.service.count()) / 60'000;
        sum += minutes;
        squares += minutes * minutes;
        ++count;
    }
    const double mean = sum / count;
    return {mean, std::sqrt(squares / count - mean * mean) / mean};
}

} // namespace

TEST(DrawnCustomers, AreTheSameUnderOtherRulesAndCounters)
{
    const Scenario scenario = busyHall();
    Scenario other = scenario;
    other.rules.discipline = Discipline::Weighted;
    other.rules.guard.reset();
    other.rules.tiers[0].headStart = Minutes{3};
    other.rules.counters.pop_back();
    other.opening = {{Millis{0}, 1}};
    EXPECT_EQ(drawnDay(scenario, 3), drawnDay(other, 3));
    EXPECT_FALSE(drawnDay(scenario, 3).empty());
}

TEST(DrawnCustomers, DifferByDayAndBySeed)
{
    Scenario scenario = busyHall();
    const auto first = drawnDay(scenario, 0);
    EXPECT_NE(first, drawnDay(scenario, 1));
    scenario.seed = 2;
    EXPECT_NE(first, drawnDay(scenario, 0));
}

TEST(DrawnCustomers, ComeInOrderAndBeforeTheDayEnds)
{
    const Scenario scenario = busyHall();
    Instant last = kOpening;
    for (const SimulatedCustomer& customer : drawnDay(scenario, 0)) {
        EXPECT_GE(customer.arrives, last);
        last = customer.arrives;
    }
    EXPECT_LT(last, kOpening + std::chrono::hours{4});
}

TEST(DrawnCustomers, FollowTheHoursOfTheDay)
{
    Scenario scenario = busyHall();
    scenario.demand.arrivals = {1, {0.5, 0, 2, 1}, 0};
    const std::vector<double> counts = perHour(scenario, 400);
    EXPECT_NEAR(counts[0], 30, 1);
    EXPECT_EQ(counts[1], 0);
    EXPECT_NEAR(counts[2], 120, 2);
    EXPECT_NEAR(counts[3], 60, 1.5);
}

TEST(DrawnCustomers, ComeOnBusyAndQuietDaysWithTheSameMean)
{
    Scenario scenario = busyHall();
    scenario.demand.arrivals = {2, {1, 1, 1, 1}, 0.3};
    double sum = 0;
    double squares = 0;
    constexpr int kDays = 600;
    for (std::uint64_t day = 0; day < kDays; ++day) {
        const auto count = static_cast<double>(drawnDay(scenario, day).size());
        sum += count;
        squares += count * count;
    }
    const double mean = sum / kDays;
    EXPECT_NEAR(mean, 480, 20);
    EXPECT_NEAR(std::sqrt(squares / kDays - mean * mean) / mean, std::sqrt(0.3 * 0.3 + 1.0 / 480), 0.04);
}

TEST(DrawnCustomers, TakeTheTimesOfTheirServiceAndTier)
{
    Scenario scenario = plainHall(1);
    scenario.demand.services = {{1, Minutes{4}, 0.5, false, Millis{0}}};
    scenario.demand.tiers[3].mean = Minutes{8};
    const MeanAndSpread usual = serviceTimes(scenario, 4);
    EXPECT_NEAR(usual.mean, 4, 0.05);
    EXPECT_NEAR(usual.cv, 0.5, 0.02);
    EXPECT_NEAR(serviceTimes(scenario, 0).mean, 8, 0.08) << "a tier with a mean of its own";
    scenario.demand.services = {{1, Minutes{4}, 1, true, Millis{0}}};
    EXPECT_NEAR(serviceTimes(scenario, 4).cv, 1, 0.03) << "exponential";
    scenario.demand.services = {{1, Minutes{4}, 0, false, Millis{0}}};
    EXPECT_LT(serviceTimes(scenario, 4).cv, 1e-6) << "constant";
}

TEST(DrawnCustomers, ComeInTheSharesOfServicesTiersAndNoShows)
{
    Scenario scenario = busyHall();
    double firstService = 0;
    double lastTier = 0;
    double missing = 0;
    constexpr std::size_t kMany = 100'000;
    for (const SimulatedCustomer& customer : drawn(scenario, 0, {}, kMany)) {
        firstService += customer.wants == ServiceIx{0} ? 1.0 / kMany : 0;
        lastTier += customer.stars == 0 ? 1.0 / kMany : 0;
        missing += customer.comes ? 0 : 1.0 / kMany;
        EXPECT_EQ(customer.approach, customer.comes ? Millis{20'000} : Millis{60'000});
    }
    EXPECT_NEAR(firstService, 0.75, 0.01);
    EXPECT_NEAR(lastTier, 8.0 / 15, 0.01);
    EXPECT_NEAR(missing, 0.05, 0.005);
}

TEST(Load, IsTheShareOfTimeThatCustomersTake)
{
    Scenario scenario = plainHall(3);
    EXPECT_NEAR(busyCounters(scenario.demand), 2.7, 1e-9);
    EXPECT_NEAR(busyCounters(scenario.demand, 3), 2.7 * 8 / 15, 1e-9);
    scenario.demand.arrivals.hourly = {1, 0};
    scenario.demand.tiers[3].mean = Minutes{12};
    EXPECT_NEAR(busyCounters(scenario.demand), 1.35 * (7 + 2 * 8) / 15, 1e-9);
    scenario.demand.noShowShare = 1;
    scenario.demand.noShowCost = Minutes{2};
    EXPECT_EQ(meanOccupation(scenario.demand, 3), Minutes{2});
}

} // namespace starqueue::queue::test
