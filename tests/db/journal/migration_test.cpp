#include <db/chain/chain_anchor.h>
#include <db/journal/journal.h>
#include <db/support/by_hand.h>
#include <db/support/fault_disk.h>
#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>
#include <db/tokens/tokens.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

constexpr int kNewest = 5;

/// As each version since the chain has left it.
void anchorAsLeft(const std::filesystem::path& dir, SQLite::Database& database)
{
    if (database.execAndGet("SELECT count(*) FROM sqlite_master WHERE name = 'hall_head'").getInt() == 0)
        return;
    SQLite::Statement last{database,
                           "SELECT lower(hex(life)), seq, lower(hex(chain)) FROM hall_head, journal "
                           "ORDER BY seq DESC LIMIT 1"};
    ASSERT_TRUE(last.executeStep());
    const ChainPoint end{static_cast<std::uint64_t>(last.getColumn(1).getInt64()),
                         bitsOfHex(last.getColumn(2).getString()).value()};
    ChainAnchorFile{dir, files::posix()}.writeDurably({last.getColumn(0).getString(), end});
}

/// A hall's database as that version has left it.
void layDown(const std::filesystem::path& dir, int version)
{
    const std::filesystem::path data = STARQUEUE_DB_TEST_DATA;
    std::ifstream in{data / ("hall-v" + std::to_string(version) + ".sql")};
    const std::string sql{std::istreambuf_iterator<char>{in}, {}};
    ASSERT_FALSE(sql.empty());
    SQLite::Database database{(dir / "hall.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec(sql);
    anchorAsLeft(dir, database);
}

int versionOf(const std::filesystem::path& dir)
{
    SQLite::Database database{(dir / "hall.db").string()};
    return database.execAndGet("PRAGMA user_version").getInt();
}

void setPragma(const std::filesystem::path& dir, const std::string& pragma)
{
    SQLite::Database database{(dir / "hall.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                              checksumVfs()};
    database.exec("PRAGMA " + pragma);
}

class Migration : public ::testing::Test
{
protected:
    void SetUp() override { FaultDisk::get().heal(); }
    void TearDown() override { FaultDisk::get().heal(); }

    TempDir m_dir;
};

} // namespace

TEST_F(Migration, EveryOlderVersionOpensAndKeepsItsDayItsAnswersAndItsSeq)
{
    for (int version = 1; version < kNewest; ++version) {
        SCOPED_TRACE("version " + std::to_string(version));
        TempDir dir;
        layDown(dir.path(), version);
        {
            ServiceUnderTest service{dir.path()};
            const queue::State state = service.state();
            EXPECT_TRUE(state.dayOpen);
            EXPECT_EQ(state.find(queue::TicketId{1})->state, queue::TicketState::Finished);
            EXPECT_EQ(state.find(queue::TicketId{2})->state, queue::TicketState::Waiting);
            const auto again = service.send(issue(0, 5), key(1));
            EXPECT_TRUE(again.repeated);
            EXPECT_EQ(again.ticket(), 1U);
            EXPECT_EQ(service.send(issue(), key(77)).ticket(), 3U);
        }
        EXPECT_EQ(versionOf(dir.path()), kNewest);
        const auto tokens = TokenStore::open(dir.path());
        ASSERT_TRUE(tokens);
        EXPECT_TRUE((*tokens)->create(Role::Admin, "", "admin", kMorning));
    }
}

TEST_F(Migration, AFreshFileGetsTheNewestVersion)
{
    ASSERT_TRUE(Journal::open(m_dir.path()));
    EXPECT_EQ(versionOf(m_dir.path()), kNewest);
}

TEST_F(Migration, AFileOfANewerProgramIsRefusedWithBothVersionsAndLeftAlone)
{
    ASSERT_TRUE(Journal::open(m_dir.path()));
    setPragma(m_dir.path(), "user_version=99");
    const auto journal = Journal::open(m_dir.path());
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().fault, StorageFault::WrongVersion);
    EXPECT_NE(journal.error().detail.find("99"), std::string::npos) << journal.error().detail;
    EXPECT_EQ(versionOf(m_dir.path()), 99);
}

TEST_F(Migration, ADatabaseOfAnotherProgramIsRefused)
{
    setPragma(m_dir.path(), "application_id=4711");
    const auto journal = Journal::open(m_dir.path());
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().fault, StorageFault::Unreadable);
}

TEST_F(Migration, OneThatFailsAtAnyWriteLeavesTheOldVersionWholeAndSucceedsLater)
{
    int place = 0;
    for (bool reached = true; reached; ++place) {
        TempDir dir;
        layDown(dir.path(), 1);
        FaultDisk::get().failOnce(place, 13 /* SQLITE_FULL */);
        const bool opened = Journal::open(dir.path()).has_value();
        reached = FaultDisk::get().hasFailed();
        FaultDisk::get().heal();
        EXPECT_TRUE(opened || reached);
        const int version = versionOf(dir.path());
        EXPECT_TRUE(version >= 1 && version <= kNewest) << version;
        const auto journal = Journal::open(dir.path());
        ASSERT_TRUE(journal) << journal.error().detail;
        EXPECT_EQ((*journal)->lastSeq(), 12U);
    }
    EXPECT_GT(place, 2) << "the fault was hardly ever reached";
}
