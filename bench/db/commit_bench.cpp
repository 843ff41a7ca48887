// What page checksums cost a commit: a journal with them against one from before them, in turn.

#include <bench/percentile.h>
#include <bench/program.h>

#include <db/journal/journal.h>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <chrono>
#include <ctime>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace starqueue;
using namespace starqueue::bench;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 25;
constexpr std::chrono::milliseconds kTurn{300};
constexpr std::size_t kLineBytes = 300;

double cpuMicros()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// A journal that is written one line a commit, as by a client that waits for each answer.
class Written
{
public:
    enum class Pages { WithChecksums, FromBeforeThem };

    explicit Written(Pages pages)
    {
        if (pages == Pages::FromBeforeThem)
            makeOldFile();
        auto opened = db::Journal::open(m_dir.path());
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_journal = std::move(*opened);
    }

    void turn()
    {
        sync::assumeCapability(db::writersThread);
        const double cpuBefore = cpuMicros();
        const auto start = Clock::now();
        double commits = 0;
        for (; Clock::now() - start < kTurn; ++commits)
            commit();
        perSecond.push_back(commits / std::chrono::duration<double>(Clock::now() - start).count());
        cpu.push_back((cpuMicros() - cpuBefore) / commits);
    }

    std::vector<double> perSecond;
    std::vector<double> cpu; ///< µs a commit

private:
    // A database that has its first page keeps its form.
    void makeOldFile()
    {
        sqlite3* database = nullptr;
        sqlite3_open((m_dir.path() / "hall.db").c_str(), &database);
        sqlite3_exec(database, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    void commit() REQUIRES(db::writersThread)
    {
        static const std::string kPayload = R"({"more":")" + std::string(kLineBytes, 'q') + "\"}";
        db::Batch batch;
        batch.events.push_back({++m_seq, Instant{}, "ticket_issued", kPayload, {}});
        if (const auto done = m_journal->commit(batch); !done)
            throw std::runtime_error(done.error().detail);
    }

    ScratchDir m_dir;
    std::unique_ptr<db::Journal> m_journal;
    std::uint64_t m_seq = 0;
};

std::vector<double> ratios(const std::vector<double>& of, const std::vector<double>& to)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < of.size(); ++i)
        all.push_back(of[i] / to[i]);
    return all;
}

void commit(benchmark::State& state)
{
    Written with(Written::Pages::WithChecksums);
    Written without(Written::Pages::FromBeforeThem);
    for (auto _ : state) {
        with.turn();
        without.turn();
    }
    state.counters["with_per_s"] = median(with.perSecond);
    state.counters["without_per_s"] = median(without.perSecond);
    state.counters["ratio"] = median(ratios(with.perSecond, without.perSecond));
    state.counters["with_cpu_us"] = median(with.cpu);
    state.counters["without_cpu_us"] = median(without.cpu);
    state.counters["cpu_ratio"] = median(ratios(with.cpu, without.cpu));
}

BENCHMARK(commit)->Iterations(kRounds)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
