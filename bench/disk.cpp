#include <bench/disk.h>

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace starqueue::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBlock = 4096;
constexpr std::size_t kRowBytes = 300;

template <class Step> double rate(std::chrono::milliseconds during, Step step)
{
    const auto start = Clock::now();
    double steps = 0;
    auto now = start;
    while (now - start < during) {
        step();
        ++steps;
        now = Clock::now();
    }
    return steps / std::chrono::duration<double>(now - start).count();
}

} // namespace

double syncsPerSecond(const std::filesystem::path& dir, std::chrono::milliseconds during)
{
    const auto file = dir / "sync.probe";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const std::vector<char> block(kBlock, 'q');
    const double result = rate(during, [&] {
        if (::write(descriptor, block.data(), block.size()) != static_cast<ssize_t>(block.size()) ||
            ::fdatasync(descriptor) != 0)
            throw std::runtime_error("can't write " + file.string());
    });
    ::close(descriptor);
    std::filesystem::remove(file);
    return result;
}

InsertLoop::InsertLoop(const std::filesystem::path& dir)
{
    const auto file = dir / "insert-loop.db";
    if (sqlite3_open(file.c_str(), &m_database) != SQLITE_OK ||
        sqlite3_exec(m_database,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                     "CREATE TABLE ticket (id INTEGER PRIMARY KEY, at INTEGER, name TEXT, payload TEXT)",
                     nullptr, nullptr, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(m_database, "INSERT INTO ticket (at, name, payload) VALUES (?, ?, ?)", -1,
                           &m_statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(file.string() + ": " + sqlite3_errmsg(m_database));
}

InsertLoop::~InsertLoop()
{
    sqlite3_finalize(m_statement);
    sqlite3_close(m_database);
}

void InsertLoop::insert()
{
    static const std::string kPayload(kRowBytes, 'q');
    sqlite3_bind_int64(m_statement, 1, 1'800'000'000'000);
    sqlite3_bind_text(m_statement, 2, "ticket_issued", -1, SQLITE_STATIC);
    sqlite3_bind_text(m_statement, 3, kPayload.data(), static_cast<int>(kPayload.size()), SQLITE_STATIC);
    const int done = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (done != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(m_database));
}

double InsertLoop::insertsPerSecond(std::chrono::milliseconds during)
{
    return rate(during, [this] { insert(); });
}

} // namespace starqueue::bench
