#include <queue/simulation/recorded_what_if.h>

#include <queue/simulation/figures.h>
#include <queue/simulation/run_tally.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

ServiceIx placeOf(std::vector<std::string>& services, const std::string& id)
{
    const auto found = std::ranges::find(services, id);
    const auto place = static_cast<std::uint16_t>(found - services.begin());
    if (found == services.end())
        services.push_back(id);
    return ServiceIx{place};
}

SimulatedCustomer customerOf(const RecordedCustomer& recorded, ServiceIx wants)
{
    SimulatedCustomer customer;
    customer.arrives = recorded.arrives;
    customer.approach = recorded.approach;
    customer.service = std::max(Millis{1}, recorded.serves);
    customer.wants = wants;
    customer.stars = recorded.stars;
    customer.keyContact = recorded.keyContact;
    customer.statutory = recorded.statutory;
    customer.comes = recorded.comes;
    return customer;
}

RunTally tallyOf(const RecordedDay& day, const Rules& rules)
{
    RunTally tally;
    tally.tiers.resize(rules.tiers.size());
    for (const RecordedCustomer& customer : day.customers) {
        if (!customer.called) {
            ++tally.unserved;
            continue;
        }
        const TierIx ix = tierOf(rules, customer.stars, customer.keyContact);
        TierTally& tier = tally.tiers[ix.value];
        const Millis wait = *customer.called - customer.arrives;
        tier.waits.add(wait);
        tier.inTarget += wait <= rules.tiers[ix.value].target ? 1 : 0;
        tier.passed.assign(1, tier.waits.count());
    }
    tally.days = 1;
    const bool kept = tally.unserved == 0 && std::ranges::all_of(tally.tiers, [](const TierTally& tier) {
                          const auto count = static_cast<double>(tier.waits.count());
                          return static_cast<double>(tier.inTarget) >= kTargetShare * count;
                      });
    tally.daysInTarget = kept ? 1 : 0;
    const bool over =
        std::ranges::any_of(tally.tiers, [](const TierTally& tier) { return tier.waits.max() > kLongWait; });
    tally.daysOver30 = over ? 1 : 0;
    return tally;
}

} // namespace

RecordedDemand demandOf(const std::vector<RecordedDay>& days)
{
    RecordedDemand demand;
    for (const RecordedDay& day : days) {
        std::vector<SimulatedCustomer>& customers = demand.days.emplace_back();
        for (const RecordedCustomer& recorded : day.customers) {
            const ServiceIx wants = placeOf(demand.services, day.services.at(recorded.service.value));
            if (recorded.called)
                customers.push_back(customerOf(recorded, wants));
            else
                ++demand.leftOut;
        }
    }
    return demand;
}

Scenario scenarioFor(const RecordedDemand& demand, Scenario scenario)
{
    scenario.rules.services.clear();
    std::vector<ServiceIx> all;
    for (std::uint16_t i = 0; i < demand.services.size(); ++i) {
        scenario.rules.services.push_back({.id = demand.services[i], .prefix = prefixAt(i)});
        all.push_back(ServiceIx{i});
    }
    for (CounterRule& counter : scenario.rules.counters) {
        counter.services = all;
        counter.prefers.clear();
    }
    scenario.length = {demand.days.size(), 0, 0};
    return scenario;
}

SimulationResult whatHappened(const std::vector<RecordedDay>& days, const Scenario& scenario)
{
    RunTally whole;
    whole.tiers.resize(scenario.rules.tiers.size());
    std::vector<BatchFigures> batches;
    for (const RecordedDay& day : days) {
        const RunTally tally = tallyOf(day, scenario.rules);
        batches.push_back(figuresOf(tally));
        whole.add(tally);
    }
    return resultOf(scenario, whole, batches);
}

} // namespace starqueue::queue
