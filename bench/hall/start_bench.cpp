// How long a hall that was served for years takes to get healthy, with and without what is derived from its
// journal, beside a new one. The argument is the number of days of a thousand tickets each.

#include <bench/hall/old_hall.h>
#include <bench/hall_process.h>
#include <bench/percentile.h>

#include <benchmark/benchmark.h>

namespace {

using namespace starqueue::bench;

constexpr int kTicketsADay = 1'000;
constexpr int kStarts = 5;

void loseTheReport(const std::filesystem::path& dir)
{
    for (const char* name : {"report.db", "report.db-wal", "report.db-shm"})
        std::filesystem::remove(dir / name);
}

void start(benchmark::State& state)
{
    HallProcess fresh;
    const int days = static_cast<int>(state.range(0));
    HallProcess old{6, [days](const std::filesystem::path& dir) { growOld(dir, days, kTicketsADay); }};
    std::vector<double> reference;
    std::vector<double> whole;
    std::vector<double> withoutReport;
    for (auto _ : state) {
        reference.push_back(fresh.restart().count());
        whole.push_back(old.restart().count());
        withoutReport.push_back(old.restart(loseTheReport).count());
    }
    state.counters["journal_MB"] =
        static_cast<double>(std::filesystem::file_size(old.dir() / "hall.db")) / 1e6;
    state.counters["new_s"] = median(reference);
    state.counters["old_s"] = median(whole);
    state.counters["without_report_s"] = median(withoutReport);
    state.counters["resident_MB"] = old.program().residentMB();
}
BENCHMARK(start)->Arg(100)->Arg(4'000)->Iterations(kStarts)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
