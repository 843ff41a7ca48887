#include <queue/simulation/small_scenarios.h>

namespace starqueue::queue::test {

namespace {

void addTiers(Scenario& scenario)
{
    const std::vector<std::pair<int, double>> kTiers{{6, 1}, {5, 2}, {4, 4}, {0, 8}};
    const std::vector<int> kHeadStarts{20, 15, 8, 0};
    for (std::size_t i = 0; i < kTiers.size(); ++i) {
        TierRule rule;
        rule.stars = kTiers[i].first;
        rule.headStart = Minutes{kHeadStarts[i]};
        rule.rate = static_cast<double>(3 * (3 - i) + 1);
        rule.weight = static_cast<double>(4 - i);
        scenario.rules.tiers.push_back(rule);
        scenario.demand.tiers.push_back({"tier " + std::to_string(i + 1), kTiers[i].second, {}});
    }
}

void addService(Scenario& scenario, const std::string& prefix, const ServiceDemand& demand)
{
    scenario.rules.services.push_back({"service " + prefix, prefix, {prefix, prefix}, Seconds{360}, false});
    scenario.demand.services.push_back(demand);
}

void addCounters(Scenario& scenario, int count)
{
    for (int i = 1; i <= count; ++i) {
        CounterRule counter;
        counter.id = std::to_string(i);
        counter.name = {counter.id, counter.id};
        for (std::uint16_t service = 0; service < scenario.rules.services.size(); ++service)
            counter.services.push_back({service});
        scenario.rules.counters.push_back(counter);
    }
    scenario.opening = {{Millis{0}, count}};
}

} // namespace

Scenario plainHall(int counters)
{
    Scenario scenario;
    scenario.rules.guard.reset();
    addTiers(scenario);
    addService(scenario, "A", {1, Minutes{6}, 1, true, Millis{0}});
    addCounters(scenario, counters);
    scenario.demand.arrivals.perMinute = 0.9 * counters / 6;
    scenario.length.days = 1;
    return scenario;
}

Scenario busyHall()
{
    Scenario scenario;
    addTiers(scenario);
    addService(scenario, "A", {3, Minutes{3}, 0.7, false, Seconds{20}});
    addService(scenario, "B", {1, Minutes{9}, 0.7, false, Seconds{20}});
    addCounters(scenario, 4);
    scenario.rules.counters.back().dedicatedToStars = 5;
    scenario.demand.arrivals = {0.8, {0.7, 1, 1, 0.8}, 0.1};
    scenario.demand.noShowShare = 0.05;
    scenario.length.days = 20;
    return scenario;
}

void runDay(const Scenario& scenario, CustomerSource& customers, CallRecorder& recorder)
{
    HallRun run(std::make_shared<const Rules>(scenario.rules), {scenario.opening}, kOpening, recorder);
    run.run(customers);
    recorder.left = run.state().line.size();
    recorder.open = run.openTime();
}

void runDay(const Scenario& scenario, std::uint64_t day, CallRecorder& recorder)
{
    DrawnCustomers customers(scenario.demand, scenario.rules, kOpening, dayLength(scenario), scenario.seed,
                             day);
    runDay(scenario, customers, recorder);
}

} // namespace starqueue::queue::test
