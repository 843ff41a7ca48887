// Who is next: the hall's own rules against what a queue could be kept in instead, from 1 000 to 1 000 000
// waiting, with guard and dedication on.

#include <bench/full_hall.h>
#include <bench/rivals.h>

#include <benchmark/benchmark.h>

namespace {

using namespace starqueue;
using namespace starqueue::bench;

/// "lanes": 7 (one service, four tiers, statutory or not) or 140 (20 services of 7 tiers).
FullHall hallOf(const benchmark::State& state)
{
    return FullHall(state.range(0) == 7 ? sevenLanes() : manyLanes(),
                    static_cast<std::size_t>(state.range(1)));
}

void reportMemory(benchmark::State& state, double bytes)
{
    state.counters["bytes_per_ticket"] = bytes / static_cast<double>(state.range(1));
}

void select(benchmark::State& state)
{
    const FullHall hall = hallOf(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(queue::select(hall.state, kDedicated, hall.now));
    reportMemory(state, hall.lineBytes);
}

void preview(benchmark::State& state)
{
    const FullHall hall = hallOf(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(queue::preview(hall.state, kDedicated, hall.now));
    reportMemory(state, hall.stateBytes);
}

/// What a clerk's "next" costs before it goes to the disk: the choice and why.
void decideCallNext(benchmark::State& state)
{
    const FullHall hall = hallOf(state);
    queue::Events events;
    for (auto _ : state) {
        events.clear();
        benchmark::DoNotOptimize(queue::decide(hall.state, queue::CallNext{kDedicated}, hall.now, events));
    }
}

/// The choice, and the chosen one leaves and joins again at the end: the line stays as long as it was.
void selectAndMove(benchmark::State& state)
{
    FullHall hall = hallOf(state);
    for (auto _ : state)
        hall.moveNextToEnd();
}

template <class Rival> void rival(benchmark::State& state)
{
    const FullHall hall = hallOf(state);
    const std::size_t before = heapBytes();
    Rival rival(hall.waiting());
    reportMemory(state, static_cast<double>(heapBytes() - before));
    std::int64_t rank = hall.lastRank();
    for (auto _ : state)
        benchmark::DoNotOptimize(rival.moveNextToEnd(++rank));
}

void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgNames({"lanes", "waiting"});
    for (const int lanes : {7, 140})
        for (const int waiting : {1'000, 10'000, 100'000, 1'000'000})
            benchmark->Args({lanes, waiting});
}

/// Those that don't know lanes.
void sevenOnly(benchmark::internal::Benchmark* benchmark)
{
    benchmark->ArgNames({"lanes", "waiting"});
    for (const int waiting : {1'000, 10'000, 100'000, 1'000'000})
        benchmark->Args({7, waiting});
}

BENCHMARK(select)->Apply(sizes);
BENCHMARK(preview)->Apply(sizes);
BENCHMARK(decideCallNext)->Apply(sizes);
BENCHMARK(selectAndMove)->Apply(sizes);
BENCHMARK_TEMPLATE(rival, Heap)->Apply(sevenOnly);
BENCHMARK_TEMPLATE(rival, Tree)->Apply(sevenOnly);
BENCHMARK_TEMPLATE(rival, Scan)->Apply(sevenOnly);
BENCHMARK_TEMPLATE(rival, SqlIndex)->Apply(sevenOnly);

} // namespace

BENCHMARK_MAIN();
