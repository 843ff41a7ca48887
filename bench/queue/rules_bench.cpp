// The start-up cost of a hall with many services and counters: validating its rules, computing bounds and
// eligibility.

#include <queue/rules/bound.h>
#include <queue/rules/eligibility.h>
#include <queue/rules/rules_check.h>

#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

namespace {

using namespace starqueue;
using namespace starqueue::queue;

constexpr std::array kStars{7, 6, 5, 4, 3, 2, 1, 0}; // there can't be more tiers than stars

std::string prefixOf(int number)
{
    constexpr int kLetters = 26;
    const auto letter = [](int place) { return static_cast<char>('A' + place); };
    return {letter(number / kLetters), letter(number % kLetters)};
}

std::vector<ServiceRule> services(int count)
{
    std::vector<ServiceRule> rules;
    for (int i = 0; i < count; ++i)
        rules.push_back({.id = "s" + std::to_string(i), .prefix = prefixOf(i)});
    return rules;
}

std::vector<TierRule> tiers()
{
    std::vector<TierRule> rules;
    for (const int stars : kStars)
        rules.push_back({.stars = stars, .headStart = Minutes{3 * stars}});
    return rules;
}

CounterRule counterOf(const Rules& rules, int number)
{
    CounterRule counter;
    counter.id = std::to_string(number);
    for (std::uint16_t i = 0; i < rules.services.size(); ++i)
        counter.services.push_back({i});
    if (number % 3 == 0)
        counter.prefers = {counter.services.back(), counter.services.front()};
    if (number % 10 == 0)
        counter.dedicatedToStars = 5;
    return counter;
}

/// Every counter gives every service.
Rules largeHall(const benchmark::State& state)
{
    Rules rules;
    rules.services = services(static_cast<int>(state.range(0)));
    rules.tiers = tiers();
    for (int i = 0; i < state.range(1); ++i)
        rules.counters.push_back(counterOf(rules, i));
    if (!checkRules(rules).empty())
        throw std::runtime_error(checkRules(rules).front().detail);
    return rules;
}

void check(benchmark::State& state)
{
    const Rules rules = largeHall(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(checkRules(rules));
}

/// The answer of GET /reports/fairness/bounds.
void everyBound(benchmark::State& state)
{
    const Rules rules = largeHall(state);
    for (auto _ : state) {
        for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
            for (std::uint16_t called = 0; called < rules.tiers.size(); ++called)
                benchmark::DoNotOptimize(largestBound(rules, {passed}, {called}));
        }
    }
}

void arrange(benchmark::State& state)
{
    const Rules rules = largeHall(state);
    Eligibility eligibility;
    for (auto _ : state)
        eligibility.arrange(rules);
}

void halls(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgNames({"services", "counters"})->Unit(benchmark::kMicrosecond);
    benchmark->Args({8, 12})->Args({60, 120})->Args({100, 200});
}

} // namespace

BENCHMARK(check)->Apply(halls);
BENCHMARK(everyBound)->Apply(halls);
BENCHMARK(arrange)->Apply(halls);

BENCHMARK_MAIN();
