#include <house/disk/disk_files.h>
#include <house/disk/sqlite_vfs.h>
#include <house/kernel/kernel.h>

#include <db/journal/journal.h>
#include <db/tokens/tokens.h>

#include <gtest/gtest.h>

#include <functional>

using namespace starqueue;
using namespace starqueue::house;

namespace {

db::Batch oneLine(std::uint64_t seq)
{
    return {{{seq, Instant{}, "clock_stepped", R"({"offsetSeconds":2})", {}}}, {}};
}

constexpr auto kReopenedHall = "/hall";

/// How many lines the journal has for a program that opens it now.
std::uint64_t linesIn(files::Files& files)
{
    const auto journal = db::Journal::open(kReopenedHall, files);
    sync::assumeCapability(db::writersThread);
    return journal ? (*journal)->lastSeq() : 0;
}

class ReopenedJournal : public testing::TestWithParam<std::uint64_t>
{
protected:
    /// A program commits a line and one more, whose sync fails; what `then` does comes before its end.
    void commitTwo(const std::function<void()>& then)
    {
        auto journal = db::Journal::open(kReopenedHall, m_files);
        ASSERT_TRUE(journal);
        sync::assumeCapability(db::writersThread);
        ASSERT_TRUE((*journal)->commit(oneLine(1)));
        m_disk.failSyncs(1);
        ASSERT_FALSE((*journal)->commit(oneLine(2)));
        then();
    }
    void commitTwoAndDie()
    {
        commitTwo([this] { m_disk.crash(); });
        m_disk.start();
    }
    void expectAPowerCutTakesNothing()
    {
        auto journal = db::Journal::open(kReopenedHall, m_files);
        ASSERT_TRUE(journal);
        sync::assumeCapability(db::writersThread);
        const std::uint64_t told = (*journal)->lastSeq();
        m_disk.cutPower();
        journal->reset();
        m_disk.start();
        EXPECT_EQ(linesIn(m_files), told);
    }

    /// At some moment within the next few things that are done to the disk.
    void cutPowerSoon() { m_disk.cutPowerAfter(GetParam() % 20); }
    void expectItOpens()
    {
        m_disk.cutPower();
        m_disk.start();
        const auto journal = db::Journal::open(kReopenedHall, m_files);
        ASSERT_TRUE(journal) << journal.error().detail;
        sync::assumeCapability(db::writersThread);
        EXPECT_GE((*journal)->lastSeq(), 1U);
    }

    Kernel m_kernel{GetParam()};
    Disk m_disk{m_kernel.clock, m_kernel.random.stream("disk")};
    SqliteVfs m_vfs{m_disk};
    DiskFiles m_files{m_disk};
};

} // namespace

TEST_P(ReopenedJournal, WhatItReadsAfterAFailedSyncOutlivesAPowerCut)
{
    commitTwoAndDie();
    expectAPowerCutTakesNothing();
}

// Whoever closes a database last copies its log into it, and removes the log.
TEST_P(ReopenedJournal, AnotherProgramThatOpensItFirstDoesNoHarm)
{
    commitTwoAndDie();
    cutPowerSoon();
    (void)db::TokenStore::open(kReopenedHall, m_files);
    expectItOpens();
}

TEST_P(ReopenedJournal, AnEndInGoodOrderAfterAFailedSyncDoesNoHarm)
{
    commitTwo([this] { cutPowerSoon(); });
    expectItOpens();
}

TEST_P(ReopenedJournal, AFullDiskDoesntKeepItFromOpening)
{
    commitTwoAndDie();
    m_disk.setRoom(0);
    EXPECT_GE(linesIn(m_files), 1U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReopenedJournal, testing::Range(std::uint64_t{0}, std::uint64_t{40}));
