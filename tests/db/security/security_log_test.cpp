#include <db/journal/journal.h>
#include <db/security/security_log.h>
#include <db/support/by_hand.h>
#include <db/support/temp_dir.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

class Security : public ::testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(Journal::open(m_dir.path())); }
    [[nodiscard]] std::unique_ptr<SecurityLog> open() const
    {
        auto log = SecurityLog::open(m_dir.path());
        EXPECT_TRUE(log) << log.error().detail;
        return log ? std::move(*log) : nullptr;
    }
    void append(int count) const
    {
        const auto log = open();
        for (int i = 0; i < count; ++i)
            EXPECT_TRUE(log->append({0, m_at, SecurityEvent::LoggedIn, "anna", std::to_string(i)}));
    }
    [[nodiscard]] std::string fault() const { return open()->check().value_or("unreadable"); }

    const time::WallTime m_at{Instant{Millis{1'795'000'000'000}}};
    TempDir m_dir;
};

} // namespace

TEST_F(Security, LogIsReadNewestFirstAndPageByPage)
{
    append(5);
    const auto log = open();
    const auto newest = log->latest(0, 2).value();
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest.front(), (SecurityEntry{5, m_at, SecurityEvent::LoggedIn, "anna", "4"}));
    const auto older = log->latest(newest.back().seq, 10).value();
    ASSERT_EQ(older.size(), 3U);
    EXPECT_EQ(older.front().seq, 3U);
    EXPECT_TRUE(log->latest(1, 10).value().empty());
}

TEST_F(Security, LogOfTwoProcessesIsOneChain)
{
    const auto one = open();
    const auto other = open();
    for (const auto* log : {&one, &other, &one})
        EXPECT_TRUE((*log)->append({0, m_at, SecurityEvent::TokenAdded, "command line", "usher"}));
    EXPECT_EQ(fault(), "");
    EXPECT_EQ(one->latest(0, 9)->size(), 3U);
}

TEST_F(Security, LogTellsOfEachLineThatWasChangedMovedOrCut)
{
    append(4); // whose connection has ended: everything is in the file itself
    EXPECT_EQ(fault(), "");
    for (const char* sql :
         {"UPDATE security_log SET who = 'berta' WHERE seq = 2",
          "UPDATE security_log SET at = at + 1 WHERE seq = 4",
          "UPDATE security_log SET who = 'anna1', detail = '' WHERE seq = 2",
          "DELETE FROM security_log WHERE seq = 2", "DELETE FROM security_log WHERE seq = 4",
          "DELETE FROM security_log", "UPDATE security_log SET seq = seq + 1 WHERE seq = 4"}) {
        TempDir copy;
        std::filesystem::copy_file(m_dir.path() / "hall.db", copy.path() / "hall.db");
        openByHand(copy.path() / "hall.db").exec(sql);
        const auto log = SecurityLog::open(copy.path());
        ASSERT_TRUE(log);
        EXPECT_NE((*log)->check().value(), "") << sql;
    }
}
