// What the hash chain costs a commit: a line's hash alone, the same insert with and without the chain in
// turn, and the journal's whole commit beside them.

#include <bench/percentile.h>
#include <bench/program.h>

#include <db/chain/chain.h>
#include <db/journal/journal.h>
#include <db/sqlite/database.h>

#include <benchmark/benchmark.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace starqueue;
using namespace starqueue::bench;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 25;
constexpr std::chrono::milliseconds kTurn{200};

double cpuMicros()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::string payloadOf(std::size_t bytes)
{
    return R"({"more":")" + std::string(bytes, 'q') + "\"}";
}

db::ChainedLine lineOf(std::uint64_t seq, std::string_view payload)
{
    db::ChainedLine line;
    line.seq = seq;
    line.name = "ticket_issued";
    line.payload = payload;
    return line;
}

/// Who commits `lines` lines a transaction, by turns with others.
class Committer
{
public:
    Committer() = default;
    virtual ~Committer() = default;
    Committer(const Committer&) = delete;
    Committer& operator=(const Committer&) = delete;

    void turn()
    {
        const double cpuBefore = cpuMicros();
        const auto start = Clock::now();
        double commits = 0;
        for (; Clock::now() - start < kTurn; ++commits)
            commit();
        const std::chrono::duration<double, std::micro> took = Clock::now() - start;
        wall.push_back(took.count() / commits);
        cpu.push_back((cpuMicros() - cpuBefore) / commits);
    }

    std::vector<double> wall; ///< µs a commit
    std::vector<double> cpu;

private:
    virtual void commit() = 0;
};

/// The journal's columns and settings, and nothing else of it.
class BareJournal final : public Committer
{
public:
    enum class Chain { With, Without };

    BareJournal(Chain chain, std::size_t lines, std::size_t bytes)
        : m_database(opened(m_dir.path() / "bare.db")), m_lines(lines), m_hasChain(chain == Chain::With),
          m_payload(payloadOf(bytes)), m_insert(m_database, m_hasChain ? kWith : kWithout)
    {}

private:
    static constexpr db::Migration kTable = "CREATE TABLE journal (seq INTEGER PRIMARY KEY, at INTEGER NOT "
                                            "NULL, name TEXT NOT NULL, payload TEXT "
                                            "NOT NULL, chain BLOB) STRICT";
    static constexpr const char* kWith =
        "INSERT INTO journal (seq, at, name, payload, chain) VALUES (?, ?, ?, ?, ?)";
    static constexpr const char* kWithout =
        "INSERT INTO journal (seq, at, name, payload) VALUES (?, ?, ?, ?)";

    static SQLite::Database opened(const std::filesystem::path& file)
    {
        auto database = db::openDatabase(file, std::span{&kTable, 1}, files::posix());
        if (!database)
            throw std::runtime_error(database.error().detail);
        return std::move(*database);
    }
    void commit() override
    {
        SQLite::Transaction transaction(m_database);
        for (std::size_t i = 0; i < m_lines; ++i)
            insert();
        transaction.commit();
    }
    void insert()
    {
        ++m_seq;
        m_insert.bind(1, static_cast<std::int64_t>(m_seq));
        m_insert.bind(2, std::int64_t{0});
        m_insert.bindNoCopy(3, "ticket_issued");
        m_insert.bindNoCopy(4, m_payload);
        if (m_hasChain) {
            m_hash = db::hashAfter(m_hash, lineOf(m_seq, m_payload));
            m_insert.bindNoCopy(5, m_hash.data(), static_cast<int>(m_hash.size()));
        }
        m_insert.exec();
        m_insert.reset();
    }

    ScratchDir m_dir;
    SQLite::Database m_database;
    const std::size_t m_lines;
    const bool m_hasChain;
    const std::string m_payload;
    SQLite::Statement m_insert;
    std::uint64_t m_seq = 0;
    db::Hash128 m_hash{};
};

/// The journal as a hall writes it: with the chain, its anchor once a second, and the requests.
class WholeJournal final : public Committer
{
public:
    WholeJournal(std::size_t lines, std::size_t bytes) : m_lines(lines), m_payload(payloadOf(bytes))
    {
        auto opened = db::Journal::open(m_dir.path());
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_journal = std::move(*opened);
    }

private:
    void commit() override
    {
        sync::assumeCapability(db::writersThread);
        db::Batch batch;
        for (std::size_t i = 0; i < m_lines; ++i)
            batch.events.push_back({++m_seq, Instant{}, "ticket_issued", m_payload, {}});
        if (const auto done = m_journal->commit(batch); !done)
            throw std::runtime_error(done.error().detail);
    }

    ScratchDir m_dir;
    const std::size_t m_lines;
    const std::string m_payload;
    std::unique_ptr<db::Journal> m_journal;
    std::uint64_t m_seq = 0;
};

double medianRatio(const std::vector<double>& of, const std::vector<double>& to)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < of.size(); ++i)
        all.push_back(of[i] / to[i]);
    return median(all);
}

/// The hash of one line with a payload of so many bytes, after the one before.
void hash(benchmark::State& state)
{
    const std::string payload = payloadOf(static_cast<std::size_t>(state.range(0)));
    db::Hash128 chain{};
    std::uint64_t seq = 0;
    for (auto _ : state) {
        chain = db::hashAfter(chain, lineOf(++seq, payload));
        benchmark::DoNotOptimize(chain);
    }
}

/// A transaction of so many lines.
void commit(benchmark::State& state)
{
    constexpr std::size_t kBytes = 300;
    const auto lines = static_cast<std::size_t>(state.range(0));
    BareJournal with(BareJournal::Chain::With, lines, kBytes);
    BareJournal without(BareJournal::Chain::Without, lines, kBytes);
    WholeJournal whole(lines, kBytes);
    for (auto _ : state)
        for (Committer* one : std::initializer_list<Committer*>{&with, &without, &whole})
            one->turn();
    state.counters["with_us"] = median(with.wall);
    state.counters["without_us"] = median(without.wall);
    state.counters["whole_us"] = median(whole.wall);
    state.counters["ratio"] = medianRatio(with.wall, without.wall);
    state.counters["with_cpu_us"] = median(with.cpu);
    state.counters["without_cpu_us"] = median(without.cpu);
    state.counters["whole_cpu_us"] = median(whole.cpu);
    state.counters["cpu_ratio"] = medianRatio(with.cpu, without.cpu);
}

BENCHMARK(hash)->Arg(100)->Arg(300)->Arg(1000);
BENCHMARK(commit)->Arg(1)->Arg(16)->Iterations(kRounds)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
