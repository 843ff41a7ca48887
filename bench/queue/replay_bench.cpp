// Reads a month of a call centre and replays it with a head start. $STARQUEUE_TRACE names the trace.

#include <queue/recording/trace.h>
#include <queue/replay/replay_day.h>

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <queue>
#include <sstream>

using namespace starqueue;
using namespace starqueue::queue;

namespace {

constexpr int kPriorityStars = kTracePriorityStars;

/// The whole file; empty without one.
const std::string& traceText()
{
    static const std::string text = [] {
        const char* const name = std::getenv("STARQUEUE_TRACE");
        std::ostringstream all;
        if (name)
            all << std::ifstream(name, std::ios::binary).rdbuf();
        return all.str();
    }();
    return text;
}

template <class Visit> void eachLine(Visit visit)
{
    std::string_view rest = traceText();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        visit(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
}

Trace readTrace()
{
    Trace trace;
    eachLine([&](std::string_view line) { trace.addLine(line); });
    return trace;
}

const std::vector<RecordedDay>& month()
{
    static const std::vector<RecordedDay> days = recordedDays(readTrace().calls(), {});
    return days;
}

bool isAbsent(benchmark::State& state)
{
    if (!traceText().empty())
        return false;
    state.SkipWithError("set STARQUEUE_TRACE to the bank's January trace");
    return true;
}

std::int64_t customers()
{
    std::int64_t count = 0;
    for (const RecordedDay& day : month())
        count += static_cast<std::int64_t>(day.customers.size());
    return count;
}

/// The reference for reading: only finds lines and tabs.
void BM_FindTabs(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    for (auto _ : state) {
        std::size_t tabs = 0;
        eachLine([&](std::string_view line) {
            for (std::size_t at = line.find('\t'); at != line.npos; at = line.find('\t', at + 1))
                ++tabs;
        });
        benchmark::DoNotOptimize(tabs);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(traceText().size()));
}

void BM_ReadTrace(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    for (auto _ : state)
        benchmark::DoNotOptimize(readTrace().calls().size());
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(traceText().size()));
}

void BM_BuildDays(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    const Trace trace = readTrace();
    for (auto _ : state)
        benchmark::DoNotOptimize(recordedDays(trace.calls(), {}));
    state.SetItemsProcessed(state.iterations() * customers());
}

/// The reference for replaying: everybody passes once through a priority queue ordered by rank; no counters,
/// services, guard or reasons.
void BM_RankInPriorityQueue(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    using Ranked = std::pair<Instant, std::size_t>;
    for (auto _ : state)
        for (const RecordedDay& day : month()) {
            std::priority_queue<Ranked, std::vector<Ranked>, std::greater<>> line;
            std::size_t calls = 0;
            for (std::size_t i = 0; i < day.customers.size(); ++i) {
                const RecordedCustomer& customer = day.customers[i];
                line.emplace(customer.arrives - (customer.stars > 0 ? Seconds{90} : Seconds{0}), i);
                if (line.size() > 8) {
                    line.pop();
                    ++calls;
                }
            }
            benchmark::DoNotOptimize(calls);
        }
    state.SetItemsProcessed(state.iterations() * customers());
}

void BM_ReplayMonth(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    for (auto _ : state)
        for (const RecordedDay& day : month())
            benchmark::DoNotOptimize(replay(day, replayRules(day, Millis{90'000}, kPriorityStars)));
    state.SetItemsProcessed(state.iterations() * customers());
}

void BM_PairsOfMonth(benchmark::State& state)
{
    if (isAbsent(state))
        return;
    for (auto _ : state)
        for (const RecordedDay& day : month())
            benchmark::DoNotOptimize(pairsThatWaited(day, kPriorityStars));
    state.SetItemsProcessed(state.iterations() * customers());
}

BENCHMARK(BM_FindTabs)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ReadTrace)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_BuildDays)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_RankInPriorityQueue)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ReplayMonth)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_PairsOfMonth)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
