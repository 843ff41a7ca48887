// Selecting the next ticket: the hall's rules against alternative data structures, from 1 000 to 1 000 000
// waiting, with guard and dedication on.

#include <bench/queue/full_hall.h>
#include <bench/queue/rivals.h>

#include <benchmark/benchmark.h>

#include <optional>
#include <utility>

namespace {

using namespace starqueue;
using namespace starqueue::bench;

/// "lanes": 7 (one service, four tiers, statutory or not) or 140 (20 services of 7 tiers). Cached between
/// benchmarks, since filling a hall with a million takes long.
FullHall& hallOf(const benchmark::State& state)
{
    static std::optional<FullHall> hall;
    static std::pair<std::int64_t, std::int64_t> kept;
    const std::pair wanted{state.range(0), state.range(1)};
    if (!hall || kept != wanted) {
        hall.reset();
        hall.emplace(wanted.first == 7 ? sevenLanes() : manyLanes(), static_cast<std::size_t>(wanted.second));
        kept = wanted;
    }
    return *hall;
}

void reportMemory(benchmark::State& state, double bytes)
{
    state.counters["bytes_per_ticket"] = bytes / static_cast<double>(state.range(1));
}

void select(benchmark::State& state)
{
    const FullHall& hall = hallOf(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(queue::select(hall.state, kDedicated, hall.now));
    reportMemory(state, hall.lineBytes);
}

void preview(benchmark::State& state)
{
    const FullHall& hall = hallOf(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(queue::preview(hall.state, kDedicated, hall.now));
    reportMemory(state, hall.stateBytes);
}

/// The cost of a clerk's "next" before the disk: the choice and its reason.
void decideCallNext(benchmark::State& state)
{
    const FullHall& hall = hallOf(state);
    queue::Events events;
    for (auto _ : state) {
        events.clear();
        benchmark::DoNotOptimize(queue::decide(hall.state, queue::CallNext{kDedicated}, hall.now, events));
    }
}

/// The choice; the chosen ticket leaves and joins again at the end, so the line keeps its length.
void selectAndMove(benchmark::State& state)
{
    FullHall& hall = hallOf(state);
    for (auto _ : state)
        hall.moveNextToEnd();
}

/// A stride that is coprime to every number waiting visits all of them.
constexpr std::size_t kStride = 7'919;

void leaveAndReturn(benchmark::State& state)
{
    FullHall& hall = hallOf(state);
    std::size_t place = 0;
    for (auto _ : state) {
        place = (place + kStride) % hall.state.tickets.size();
        hall.leaveAndReturn(place);
    }
}

void leaveAndReturnInSet(benchmark::State& state)
{
    const std::vector<Waiting> waiting = hallOf(state).waiting();
    Tree tree(waiting);
    std::size_t place = 0;
    for (auto _ : state) {
        place = (place + kStride) % waiting.size();
        tree.leaveAndReturn(waiting[place]);
    }
}

template <class Rival> void rival(benchmark::State& state)
{
    const FullHall& hall = hallOf(state);
    const std::size_t before = heapBytes();
    Rival rival(hall.waiting());
    reportMemory(state, static_cast<double>(heapBytes() - before));
    std::int64_t rank = hall.lastRank();
    for (auto _ : state)
        benchmark::DoNotOptimize(rival.moveNextToEnd(++rank));
}

/// The alternatives have no lanes: one run is enough.
void registerAll()
{
    using Measured = void (*)(benchmark::State&);
    const std::pair<const char*, Measured> ours[]{{"select", select},
                                                  {"preview", preview},
                                                  {"decideCallNext", decideCallNext},
                                                  {"leaveAndReturn", leaveAndReturn},
                                                  {"selectAndMove", selectAndMove}};
    const std::pair<const char*, Measured> theirs[]{{"priority_queue", rival<Heap>},
                                                    {"set", rival<Tree>},
                                                    {"setLeaveAndReturn", leaveAndReturnInSet},
                                                    {"scan", rival<Scan>},
                                                    {"sqliteIndex", rival<SqlIndex>}};
    const auto add = [](const auto& list, int lanes, int waiting) {
        for (const auto& [name, measured] : list)
            benchmark::RegisterBenchmark(name, measured)
                ->ArgNames({"lanes", "waiting"})
                ->Args({lanes, waiting});
    };
    for (const int waiting : {1'000, 10'000, 100'000, 1'000'000}) {
        add(theirs, 7, waiting); // before selectAndMove changes the line
        add(ours, 7, waiting);
    }
    for (const int waiting : {1'000, 10'000, 100'000, 1'000'000})
        add(ours, 140, waiting);
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    registerAll();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
