// The speed of simulating days: every step through decide() and apply(), against the minimum that any
// simulation of the same customers must do.

#include <hall/settings/scenario/scenario_file.h>
#include <queue/simulation/simulation.h>

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <queue>

namespace {

using namespace starqueue;
using namespace starqueue::queue;

constexpr std::uint64_t kDays = 1000;

/// The simulated day of docs/scheduling.md: some 430 customers, head starts with guard, a dedicated counter.
Scenario hallDay()
{
    auto scenario = settings::readScenario(STARQUEUE_HALL_DAY);
    if (!scenario) {
        std::cerr << formats::errorMessage(scenario.error()) << '\n';
        std::exit(2);
    }
    scenario->length = {kDays, 0, 0};
    return *scenario;
}

/// Peak memory of the process so far.
double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void report(benchmark::State& state, std::uint64_t customers)
{
    state.counters["customers_a_day"] = static_cast<double>(customers) / kDays;
    state.counters["peak_MB"] = peakMegabytes();
}

/// Calls `see` with every customer of 1 000 days.
void drawDays(const Scenario& scenario, const std::function<void(const SimulatedCustomer&)>& see)
{
    for (std::uint64_t day = 0; day < kDays; ++day) {
        DrawnCustomers source(scenario.demand, scenario.rules, Instant{}, dayLength(scenario), scenario.seed,
                              day);
        while (const auto customer = source.next())
            see(*customer);
    }
}

/// Only draws the same customers.
void drawnCustomersAlone(benchmark::State& state)
{
    const Scenario scenario = hallDay();
    std::uint64_t customers = 0;
    for (auto _ : state) {
        customers = 0;
        drawDays(scenario, [&](const SimulatedCustomer& customer) {
            benchmark::DoNotOptimize(customer.service);
            ++customers;
        });
    }
    report(state, customers);
}

/// The reference: the same customers, first come first served at six equal counters, by the recursion over
/// the times at which counters become free. No tiers, tickets or events; the only figure is the sum of waits.
void bareRecursion(benchmark::State& state)
{
    const Scenario scenario = hallDay();
    std::uint64_t customers = 0;
    for (auto _ : state) {
        customers = 0;
        std::priority_queue<Instant, std::vector<Instant>, std::greater<>> free;
        Millis waits{0};
        Instant last = Instant::max();
        drawDays(scenario, [&](const SimulatedCustomer& customer) {
            if (customer.arrives < last) // another day
                free = decltype(free)(std::greater<>{}, std::vector<Instant>(scenario.rules.counters.size()));
            last = customer.arrives;
            const Instant begins = std::max(customer.arrives, free.top());
            free.pop();
            free.push(begins + customer.approach + (customer.comes ? customer.service : Millis{0}));
            waits += begins - customer.arrives;
            ++customers;
        });
        benchmark::DoNotOptimize(waits);
    }
    report(state, customers);
}

void simulated(benchmark::State& state)
{
    const Scenario scenario = hallDay();
    SimulationOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    std::uint64_t customers = 0;
    for (auto _ : state)
        customers = simulate(scenario, options).customers;
    report(state, customers);
}

} // namespace

BENCHMARK(drawnCustomersAlone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(bareRecursion)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(simulated)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

BENCHMARK_MAIN();
