#include <db/journal/journal.h>
#include <db/security/login_news.h>
#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::db;
using namespace starqueue::db::test;

namespace {

class News : public ::testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(Journal::open(m_dir.path()));
        m_log = SecurityLog::open(m_dir.path()).value();
    }
    void note(SecurityEvent what, const std::string& who, const std::string& detail = {})
    {
        m_now = m_now + Millis{1000};
        ASSERT_TRUE(m_log->append({0, m_now, what, who, detail}));
    }
    [[nodiscard]] LoginNews newsOf(const std::string& name)
    {
        return newsFor(name, m_log->concerning(name).value());
    }

    TempDir m_dir;
    std::unique_ptr<SecurityLog> m_log;
    time::WallTime m_now{Instant{Millis{1'795'000'000'000}}};
};

} // namespace

TEST_F(News, AreOfTheTimeSinceTheLastLogInAndOfThatUserAlone)
{
    note(SecurityEvent::LoginRefused, "anna");
    note(SecurityEvent::LoggedIn, "anna", "computer");
    const auto last = m_now;
    note(SecurityEvent::LoggedOut, "anna");
    note(SecurityEvent::LoginRefused, "anna");
    note(SecurityEvent::LoginThrottled, "anna");
    note(SecurityEvent::CodeRefused, "anna", "wrong");
    note(SecurityEvent::LoginRefused, "annabel");
    note(SecurityEvent::UserChanged, "command line", "annabel password");
    note(SecurityEvent::UserChanged, "anna", "berta disabled");
    note(SecurityEvent::UserChanged, "command line", "anna password");
    const auto given = m_now;
    note(SecurityEvent::FactorSet, "command line", "anna");
    const auto news = newsOf("anna");
    EXPECT_EQ(news.lastAt, last);
    EXPECT_EQ(news.lastFrom, "computer");
    EXPECT_EQ(news.refused, 3);
    EXPECT_EQ(news.changes,
              (std::vector<AccountChange>{{given, SecurityEvent::UserChanged, "command line", "password"},
                                          {m_now, SecurityEvent::FactorSet, "command line", ""}}));
    EXPECT_EQ(newsOf("berta").changes.size(), 1U);
}

TEST_F(News, OfWhoHasNeverLoggedInAreAllThereIs)
{
    note(SecurityEvent::UserAdded, "root", "anna");
    const auto news = newsOf("anna");
    EXPECT_EQ(news.lastAt, std::nullopt);
    ASSERT_EQ(news.changes.size(), 1U);
    EXPECT_EQ(news.changes.front().by, "root");
    EXPECT_EQ(newsOf("nobody"), LoginNews{});
}

TEST_F(News, HaveTheOwnChangesToo)
{
    note(SecurityEvent::LoggedIn, "anna", "telephone");
    note(SecurityEvent::PasswordChanged, "anna");
    note(SecurityEvent::RecoveryCodeUsed, "anna");
    ASSERT_EQ(newsOf("anna").changes.size(), 2U);
    EXPECT_EQ(newsOf("anna").changes.front().what, SecurityEvent::PasswordChanged);
    EXPECT_EQ(newsOf("anna").lastFrom, "telephone");
}
