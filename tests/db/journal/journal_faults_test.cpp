#include <db/journal/journal.h>
#include <db/support/by_hand.h>
#include <db/support/fault_disk.h>
#include <db/support/random_hall.h>
#include <db/support/service_under_test.h>
#include <db/support/temp_dir.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

Batch batchAfter(std::uint64_t seq, int events)
{
    Batch batch;
    for (int i = 0; i < events; ++i)
        batch.events.push_back({++seq, kMorning, "clock_stepped", R"({"offsetSeconds":2})"});
    batch.requests.push_back({key(static_cast<std::uint32_t>(seq)), batch.events.front().seq, seq});
    return batch;
}

/// Another connection can write: no transaction of the journal's hangs.
void expectNoTransactionDangles(const std::filesystem::path& dir)
{
    SQLite::Database other = openByHand(dir / "hall.db");
    EXPECT_EQ(other.tryExec("BEGIN IMMEDIATE"), SQLITE_OK);
    other.tryExec("ROLLBACK");
}

std::size_t linesIn(Journal& journal)
{
    const auto lines = journal.read(0, 100'000);
    EXPECT_TRUE(lines);
    return lines ? lines->size() : 0;
}

class JournalFaults : public ::testing::Test
{
protected:
    void SetUp() override { m_disk.heal(); }
    void TearDown() override { m_disk.heal(); }

    FaultDisk& m_disk = FaultDisk::get();
    TempDir m_dir;
};

} // namespace

TEST_F(JournalFaults, AFullDiskAtAnyWriteOfACommitLeavesNothingOfItAndTheNextOneWorks)
{
    auto journal = Journal::open(m_dir.path());
    ASSERT_TRUE(journal);
    int places = 0;
    for (bool reached = true; reached; ++places) {
        const std::uint64_t seq = (*journal)->lastSeq();
        const std::size_t lines = linesIn(**journal);
        const Batch batch = batchAfter(seq, 300);
        m_disk.failOnce(places, SQLITE_FULL);
        const auto committed = (*journal)->commit(batch);
        reached = !committed;
        m_disk.heal();
        if (!reached)
            break;
        EXPECT_EQ(committed.error().fault, StorageFault::Full) << committed.error().detail;
        EXPECT_EQ(linesIn(**journal), lines);
        EXPECT_FALSE((*(*journal)->remembered(batch.requests[0].key)).has_value());
        expectNoTransactionDangles(m_dir.path());
        ASSERT_TRUE((*journal)->commit(batch)) << "write " << places;
        EXPECT_TRUE((*(*journal)->remembered(batch.requests[0].key)).has_value());
    }
    EXPECT_GT(places, 5) << "the fault was hardly ever reached";
}

TEST_F(JournalFaults, ABrokenDiskAtAnyWriteOrSyncIsUnknownAndAfterReopeningAllOrNothingIsThere)
{
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
        for (int place = 0; place < 12; ++place) {
            TempDir dir;
            auto journal = Journal::open(dir.path());
            ASSERT_TRUE((*journal)->commit(batchAfter(0, 1)));
            m_disk.failOnce(place, code);
            const auto committed = (*journal)->commit(batchAfter(1, 40));
            m_disk.heal();
            if (!committed) {
                EXPECT_EQ(committed.error().fault, StorageFault::Unknown) << committed.error().detail;
            }
            journal->reset();
            auto reopened = Journal::open(dir.path());
            ASSERT_TRUE(reopened) << reopened.error().detail;
            const std::size_t lines = linesIn(**reopened);
            EXPECT_TRUE(lines == 41 || (lines == 1 && !committed)) << lines << " after fault " << place;
            expectNoTransactionDangles(dir.path());
            EXPECT_TRUE((*reopened)->commit(batchAfter(lines, 2)));
        }
    }
}

TEST_F(JournalFaults, AFaultInExactlyOneStatementLeavesNoTransactionAndNothingWritten)
{
    auto journal = Journal::open(m_dir.path());
    ASSERT_TRUE((*journal)->commit(batchAfter(0, 3)));
    for (const int line : {4, 5, 6}) {
        SQLite::Database other = openByHand(m_dir.path() / "hall.db");
        other.exec("CREATE TRIGGER fault BEFORE INSERT ON journal WHEN NEW.seq = " + std::to_string(line) +
                   " BEGIN SELECT RAISE(ABORT, 'a fault of the test'); END");
        const auto committed = (*journal)->commit(batchAfter(3, 3));
        ASSERT_FALSE(committed);
        EXPECT_EQ(committed.error().fault, StorageFault::Unknown);
        EXPECT_NE(committed.error().detail.find("a fault of the test"), std::string::npos);
        EXPECT_EQ(linesIn(**journal), 3U);
        expectNoTransactionDangles(m_dir.path());
        other.exec("DROP TRIGGER fault");
    }
    EXPECT_TRUE((*journal)->commit(batchAfter(3, 3)));
}

TEST_F(JournalFaults, ARequestWithoutItsEventIsNotForgottenInSilence)
{
    auto journal = Journal::open(m_dir.path());
    Batch batch = batchAfter(0, 3);
    batch.requests.push_back({key(9), 1, 3}); // its event comes before that of the request in front of it
    const auto committed = (*journal)->commit(batch);
    ASSERT_FALSE(committed);
    EXPECT_NE(committed.error().detail.find("out of order"), std::string::npos) << committed.error().detail;
    EXPECT_EQ(linesIn(**journal), 0U);
    expectNoTransactionDangles(m_dir.path());
}

TEST_F(JournalFaults, AFileThatMayNotGrowIsAFullDisk)
{
    auto journal = Journal::open(m_dir.path());
    ASSERT_TRUE((*journal)->commit(batchAfter(0, 1)));
    m_disk.setFull(true);
    const auto committed = (*journal)->commit(batchAfter(1, 1));
    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().fault, StorageFault::Full);
    EXPECT_NE(committed.error().detail.find("make room"), std::string::npos) << committed.error().detail;
    EXPECT_EQ(linesIn(**journal), 1U) << "reading goes on";
    m_disk.setFull(false);
    EXPECT_TRUE((*journal)->commit(batchAfter(1, 1)));
}

TEST_F(JournalFaults, AFullDiskAtOpeningIsToldAndLeavesTheDirectoryUsable)
{
    m_disk.setFull(true);
    const auto journal = Journal::open(m_dir.path());
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().fault, StorageFault::Full) << journal.error().detail;
    m_disk.setFull(false);
    EXPECT_TRUE(Journal::open(m_dir.path()));
}
