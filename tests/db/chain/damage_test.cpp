// Random damage to a hall that was killed. 1 % of it here; STARQUEUE_FULL=1 (./test.sh --full) does all ten
// thousand.
#include <db/sqlite/database_copy.h>
#include <db/support/left_hall.h>

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

constexpr int kAll = 10'000;
constexpr int kSome = 100;
constexpr auto kLines = "SELECT seq, at, name, payload, last_seq, token, request, body, chain FROM journal "
                        "ORDER BY seq";
constexpr auto kTokens = "SELECT * FROM token ORDER BY id";

/// Everything that a hall reads from its database, row by row.
std::vector<std::string> rowsOf(const std::filesystem::path& dir)
{
    std::vector<std::string> rows;
    SQLite::Database database{(dir / "hall.db").string()};
    for (const char* select : {kTokens, kLines}) {
        SQLite::Statement row{database, select};
        while (row.executeStep()) {
            rows.emplace_back();
            for (int column = 0; column < row.getColumnCount(); ++column)
                rows.back() += row.getColumn(column).getString() + '\n';
        }
    }
    return rows;
}

bool isWholeForSqlite(const std::filesystem::path& dir)
{
    SQLite::Database database{(dir / "hall.db").string(), SQLite::OPEN_READWRITE};
    return database.execAndGet("PRAGMA integrity_check").getString() == "ok";
}

/// As `starqueue verify` looks, and the start that refuses what matters.
bool isFound(const LeftHall& hall)
{
    try {
        return !checkPages(hall.path() / "hall.db") || !hall.start().empty() ||
               !isWholeForSqlite(hall.path()) || !checkJournal(hall.path());
    } catch (const SQLite::Exception&) {
        return true;
    }
}

/// Flips a bit, or cuts the end off.
std::string damaged(std::string bytes, std::mt19937& random, std::string& what)
{
    const std::size_t at = random() % bytes.size();
    const auto bit = static_cast<unsigned>(random() % 8);
    if (random() % 10 == 0) {
        what += " cut at " + std::to_string(at);
        return bytes.substr(0, at);
    }
    what += " byte " + std::to_string(at) + " bit " + std::to_string(bit);
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

} // namespace

// What isn't found in the log has changed nothing that is read, or it is the last transaction that is gone.
TEST(Damage, OfJournalIsFoundAndOfWriteAheadLogIsFoundOrChangesNothing)
{
    const int times = std::getenv("STARQUEUE_FULL") != nullptr ? kAll : kSome;
    const LeftHall hall{60};
    const std::string database = bytesIn(hall.path() / "hall.db");
    const std::string log = bytesIn(hall.path() / "hall.db-wal");
    const std::string anchor = bytesIn(hall.path() / "chain.anchor");
    const auto restored = [&](const std::string& databaseNow, const std::string& logNow) {
        std::filesystem::remove(hall.path() / "hall.db-shm");
        setBytes(hall.path() / "hall.db", databaseNow);
        setBytes(hall.path() / "hall.db-wal", logNow);
        setBytes(hall.path() / "chain.anchor", anchor);
    };
    // The same hall at its ease: all of it in hall.db.
    ASSERT_EQ(hall.start(), "");
    const auto rows = rowsOf(hall.path());
    const std::string settled = bytesIn(hall.path() / "hall.db");
    restored(settled, "");
    ASSERT_FALSE(isFound(hall)) << "the whole database";
    restored(database, log);
    ASSERT_FALSE(isFound(hall)) << "the whole log";
    std::array<int, 2> found{}; // in the log, in the database
    for (int seed = 0; seed < times; ++seed) {
        std::mt19937 random{static_cast<std::mt19937::result_type>(seed)};
        std::string what = "seed " + std::to_string(seed);
        if (seed % 2 == 0)
            restored(database, damaged(log, random, what += " log"));
        else
            restored(damaged(settled, random, what += " database"), "");
        if (isFound(hall))
            ++found[seed % 2];
        else
            EXPECT_EQ(rowsOf(hall.path()), rows) << what;
    }
    std::printf("log: %d of %d found, database: %d of %d\n", found[0], times / 2, found[1], times / 2);
    EXPECT_EQ(found[1], times / 2);
}
