#include <cli/command_line.h>

#include <db/chain/anchor_of_copy.h>
#include <db/journal/journal.h>
#include <db/pages/checksum_vfs.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>
#include <set>

using namespace starqueue::cli;

namespace {

class Verify : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
    void change(const std::string& sql)
    {
        SQLite::Database database((m_hall / "hall.db").string(), SQLite::OPEN_READWRITE, 0,
                                  starqueue::db::checksumVfs());
        database.exec(sql);
    }
    /// Lines that say nothing to the queue, at these seconds.
    void addLines(const std::vector<int>& seconds)
    {
        auto journal = starqueue::db::Journal::open(m_hall);
        ASSERT_TRUE(journal) << journal.error().detail;
        starqueue::sync::assumeCapability(starqueue::db::writersThread);
        std::uint64_t seq = (*journal)->lastSeq();
        for (const int at : seconds) {
            const starqueue::db::Recorded line{++seq, starqueue::Instant{starqueue::Seconds{at}},
                                               "clock_stepped", R"({"offsetSeconds":2})"};
            ASSERT_TRUE((*journal)->commit({{line}, {}}));
        }
    }
};

} // namespace

TEST_F(Verify, FindsANewHallWhole)
{
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("0 events"), std::string::npos) << m_out;
}

TEST_F(Verify, LeavesNoFileInAHallThatIsStopped)
{
    const auto files = [this] {
        std::set<std::string> names;
        for (const auto& file : std::filesystem::recursive_directory_iterator(m_hall))
            names.insert(file.path().string());
        return names;
    };
    addLines({1, 2});
    const auto before = files();
    ASSERT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_EQ(files(), before);
}

TEST_F(Verify, TellsOfAnAnchorThatIsMissingOrEmpty)
{
    addLines({1, 2});
    for (const char* name : {"chain.anchor", "security.anchor"}) {
        const std::string whole = read(m_hall / name);
        std::filesystem::remove(m_hall / name);
        EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed) << name;
        EXPECT_NE(m_err.find((m_hall / name).string()), std::string::npos) << m_err;
        std::ofstream(m_hall / name).flush();
        EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed) << name;
        EXPECT_NE(m_err.find((m_hall / name).string()), std::string::npos) << m_err;
        std::ofstream(m_hall / name) << whole;
    }
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
}

TEST_F(Verify, FindsALineThatIsMissing)
{
    addLines({1, 2, 3});
    change("DELETE FROM journal WHERE seq = 2");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("between seq 1 and 3"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsALineOfTheSecurityLogThatIsMissing)
{
    for (int i = 0; i < 2; ++i)
        ASSERT_EQ(run({"token", "add", "--role", "usher", "--data", m_hall}), ExitStatus::Well);
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    change("DELETE FROM security_log WHERE seq = 2");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("security log"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsAUserWhomSomebodyElseHasChanged)
{
    change("UPDATE user SET must_change = 0");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("users"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsTimeThatGoesBack)
{
    addLines({2, 1});
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("seq 2"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsALineThatWasChanged)
{
    addLines({1, 2, 3});
    ASSERT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    change("UPDATE journal SET payload = '{\"offsetSeconds\":3}' WHERE seq = 2");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("line 2"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsThatTheLastLinesAreGone)
{
    addLines({1, 2, 3});
    change("DELETE FROM journal WHERE seq = 3");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("lines up to 3 were answered"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsATokenThatIsGone)
{
    change("DELETE FROM token WHERE label = 'admin'");
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("tokens"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsADatabaseThatIsNone)
{
    std::filesystem::resize_file(m_hall / "hall.db", 0);
    std::filesystem::remove(m_hall / "hall.db-wal");
    std::ofstream(m_hall / "hall.db") << std::string(8192, 'x');
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("hall.db"), std::string::npos) << m_err;
}

TEST_F(Verify, LeavesTheHallAsItWas)
{
    const std::string before = read(m_hall / "hall.db");
    ASSERT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well);
    EXPECT_EQ(read(m_hall / "hall.db"), before);
}

TEST_F(Verify, FindsByAHeadThatWasKeptElsewhereWhatItsOwnerRewroteSeamlessly)
{
    addLines({1, 2, 3});
    ASSERT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well);
    const auto at = m_out.find("head: ") + 6;
    const std::string head = m_out.substr(at, m_out.find('\n', at) - at);
    EXPECT_TRUE(head.starts_with("3:")) << head;
    addLines({4});
    EXPECT_EQ(run({"verify", "--data", m_hall, "--head", head}), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("is as it was"), std::string::npos) << m_out;
    change("DELETE FROM journal WHERE seq > 2");
    ASSERT_TRUE(starqueue::db::anchorCopy(m_hall));
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well)
        << "nothing on this machine tells: " << m_err;
    EXPECT_EQ(run({"verify", "--data", m_hall, "--head", head}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("line 3 of the journal is missing"), std::string::npos) << m_err;
    addLines({5, 6});
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_EQ(run({"verify", "--data", m_hall, "--head", head}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("not " + head), std::string::npos) << m_err;
}

TEST_F(Verify, TakesNothingElseForAHead)
{
    for (const char* head :
         {"3", "3:", ":0123456789abcdef", "3:0123456789abcde", "3:0123456789abcdeg", "x:0123456789abcdef"})
        EXPECT_EQ(run({"verify", "--data", m_hall, "--head", head}), ExitStatus::WrongUse) << head;
}
