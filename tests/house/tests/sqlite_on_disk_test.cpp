#include <house/disk/sqlite_vfs.h>
#include <house/kernel/kernel.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <memory>
#include <string>

using namespace starqueue::house;
using namespace std::chrono_literals;

namespace {

constexpr auto kFile = "/house/test.db";
constexpr int kSeeds = 200;

/// A machine with one database whose rows are 1, 2, 3…
struct Machine
{
    explicit Machine(std::uint64_t seed)
        : kernel(seed), disk(kernel.clock, kernel.random.stream("disk")), vfs(disk)
    {}

    void open(const std::string& synchronous)
    {
        database = std::make_unique<SQLite::Database>(kFile, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database->exec("PRAGMA journal_mode=WAL");
        database->exec("PRAGMA synchronous=" + synchronous);
        database->exec("PRAGMA wal_autocheckpoint=20");
        database->exec("CREATE TABLE IF NOT EXISTS line (seq INTEGER PRIMARY KEY, text TEXT)");
    }
    /// Inserts rows, each in a transaction, until the disk fails; returns the last one that was committed.
    int insertUntilItFails(int most = 10'000)
    {
        for (int seq = 1; seq <= most; ++seq)
            if (database->tryExec("INSERT INTO line VALUES (" + std::to_string(seq) +
                                  ", hex(zeroblob(1500)))") != 0)
                return seq - 1;
        return most;
    }
    void restart()
    {
        database.reset();
        disk.start();
    }
    int value(const std::string& query) { return database->execAndGet(query).getInt(); }

    Kernel kernel;
    Disk disk;
    SqliteVfs vfs;
    std::unique_ptr<SQLite::Database> database;
};

/// What a power cut at a random moment left.
struct AfterCut
{
    int committed = 0;
    int found = 0;
    bool whole = false;

    [[nodiscard]] bool isLost() const { return !whole || found < committed; }
};

AfterCut afterAPowerCut(std::uint64_t seed, const std::string& synchronous, bool lying = false)
{
    Machine machine{seed};
    machine.open(synchronous);
    machine.disk.setLying(lying);
    machine.disk.cutPowerAfter(machine.kernel.random.stream("cut")() % 400);
    AfterCut after;
    after.committed = machine.insertUntilItFails();
    machine.restart();
    try {
        machine.open("FULL");
        after.whole = machine.database->execAndGet("PRAGMA integrity_check").getString() == "ok" &&
                      machine.value("SELECT count(*) = coalesce(max(seq), 0) FROM line") == 1;
        after.found = machine.value("SELECT coalesce(max(seq), 0) FROM line");
    } catch (const SQLite::Exception&) {
        after.whole = false;
    }
    return after;
}

int lostOf(const std::string& synchronous, bool lying = false)
{
    int lost = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed)
        lost += afterAPowerCut(seed, synchronous, lying).isLost() ? 1 : 0;
    return lost;
}

} // namespace

TEST(SqliteOnDisk, EveryCommittedTransactionSurvivesAPowerCutWhenItIsSynced)
{
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const AfterCut after = afterAPowerCut(seed, "FULL");
        EXPECT_TRUE(after.whole) << "seed " << seed;
        EXPECT_GE(after.found, after.committed) << "seed " << seed;
        EXPECT_LE(after.found, after.committed + 1) << "seed " << seed;
    }
}

TEST(SqliteOnDisk, WithoutSyncsThePowerCutBites)
{
    EXPECT_GT(lostOf("OFF"), kSeeds / 4);
}

TEST(SqliteOnDisk, ADiskThatLiesAboutItsSyncsLosesData)
{
    EXPECT_GT(lostOf("FULL", true), kSeeds / 4);
}

TEST(SqliteOnDisk, ACrashOfTheProcessLosesNothingEvenWithoutSyncs)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Machine machine{seed};
        machine.open("OFF");
        const int committed = machine.insertUntilItFails(37);
        machine.disk.crash();
        EXPECT_EQ(machine.insertUntilItFails(), 0) << "a dead process can't write";
        machine.restart();
        machine.open("FULL");
        EXPECT_EQ(machine.value("SELECT count(*) FROM line"), committed);
    }
}

TEST(SqliteOnDisk, AFullDiskRefusesAndGoesOnWhenThereIsRoom)
{
    Machine machine{1};
    machine.open("FULL");
    machine.disk.setRoom(50'000);
    const int committed = machine.insertUntilItFails();
    EXPECT_EQ(machine.database->getErrorCode(), SQLITE_FULL);
    EXPECT_EQ(machine.value("SELECT count(*) FROM line"), committed);
    machine.disk.setRoom(std::nullopt);
    machine.database->exec("DELETE FROM line");
    EXPECT_EQ(machine.insertUntilItFails(100), 100);
}

TEST(SqliteOnDisk, AFailedSyncIsAnErrorOfTheCommit)
{
    Machine machine{1};
    machine.open("FULL");
    machine.disk.failSyncs(1);
    EXPECT_EQ(machine.insertUntilItFails(), 0);
    EXPECT_EQ(machine.database->getExtendedErrorCode(), SQLITE_IOERR_FSYNC);
}

TEST(SqliteOnDisk, ASlowSyncTakesVirtualTime)
{
    Machine machine{1};
    machine.open("FULL");
    const auto before = machine.kernel.clock.elapsed();
    machine.disk.setSyncTime(300ms);
    EXPECT_EQ(machine.insertUntilItFails(2), 2);
    EXPECT_GE(machine.kernel.clock.elapsed() - before, 600ms);
}

TEST(SqliteOnDisk, AReaderSeesItsSnapshotWhileAWriterGoesOn)
{
    Machine machine{1};
    machine.open("FULL");
    EXPECT_EQ(machine.insertUntilItFails(5), 5);
    SQLite::Database reader{kFile, SQLite::OPEN_READWRITE};
    SQLite::Transaction snapshot{reader};
    EXPECT_EQ(reader.execAndGet("SELECT count(*) FROM line").getInt(), 5);
    machine.database->exec("INSERT INTO line VALUES (6, '')");
    EXPECT_EQ(reader.execAndGet("SELECT count(*) FROM line").getInt(), 5);
    EXPECT_EQ(machine.value("SELECT count(*) FROM line"), 6);
}

TEST(SqliteOnDisk, TwoWritersExcludeEachOther)
{
    Machine machine{1};
    machine.open("FULL");
    SQLite::Database other{kFile, SQLite::OPEN_READWRITE};
    machine.database->exec("BEGIN IMMEDIATE");
    EXPECT_EQ(other.tryExec("BEGIN IMMEDIATE"), SQLITE_BUSY);
    machine.database->exec("COMMIT");
    EXPECT_EQ(other.tryExec("BEGIN IMMEDIATE"), SQLITE_OK);
}
