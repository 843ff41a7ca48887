#include <cli/command_line.h>

#include <db/journal/journal.h>
#include <db/tokens/tokens.h>

#include <cstdlib>

using namespace starqueue;

namespace {

/// A hall that is being served by this process, and `starqueue` run as the process of its own that it is.
class BesideService : public cli::test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        auto journal = db::Journal::open(m_hall);
        auto tokens = db::TokenStore::open(m_hall);
        ASSERT_TRUE(journal && tokens);
        m_journal = std::move(*journal);
        m_tokens = std::move(*tokens);
    }
    /// Its exit status; what it said stands in m_out.
    int starqueue(const std::string& arguments)
    {
        const auto said = m_scratch / "said";
        const std::string line = STARQUEUE_PROGRAM " " + arguments + " >" + said.string() + " 2>&1";
        const int status = std::system(line.c_str());
        m_out = read(said);
        return status;
    }
    void commitOne()
    {
        const db::Recorded line{++m_seq, Instant{Seconds{1'000 + m_seq}}, "clock_stepped",
                                R"({"offsetSeconds":2})"};
        ASSERT_TRUE(m_journal->commit({{line}, {}}));
    }

    std::unique_ptr<db::Journal> m_journal;
    std::unique_ptr<db::TokenStore> m_tokens;
    std::uint64_t m_seq = 0;
};

} // namespace

TEST_F(BesideService, NoCommandTakesAwayWhatTheServiceWritesAfterwards)
{
    commitOne();
    for (const char* command : {"token list --data ", "verify --data ", "doctor --data "})
        EXPECT_EQ(starqueue(command + m_hall.string()), 0) << command << m_out;
    commitOne();
    // Not after an orderly end: a service that is killed has nothing but what others can see by now.
    EXPECT_EQ(starqueue("verify --data " + m_hall.string()), 0) << m_out;
    EXPECT_NE(m_out.find("2 events"), std::string::npos) << m_out;
}

TEST_F(BesideService, VerifyAndBackupSeeWhatTheServiceHasJustCommitted)
{
    commitOne();
    commitOne();
    EXPECT_EQ(starqueue("verify --data " + m_hall.string()), 0) << m_out;
    EXPECT_NE(m_out.find("2 events"), std::string::npos) << m_out;
    const std::string target = (m_scratch / "backup").string();
    ASSERT_EQ(starqueue("backup " + m_hall.string() + " " + target), 0) << m_out;
    EXPECT_EQ(starqueue("verify --data " + target), 0) << m_out;
    EXPECT_NE(m_out.find("2 events"), std::string::npos) << m_out;
}
