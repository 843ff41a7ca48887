#include <cli/command_line.h>

#include <db/crypto/hashing.h>
#include <db/journal/journal.h>
#include <db/people/customers.h>
#include <db/tokens/tokens.h>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
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
    /// `starqueue backup --follow`, which goes on.
    [[nodiscard]] pid_t follow(const std::string& set) const
    {
        const std::string hall = m_hall;
        const pid_t child = ::fork();
        if (child != 0)
            return child;
        ::execl(STARQUEUE_PROGRAM, "starqueue", "backup", hall.c_str(), "--follow", set.c_str(), nullptr);
        ::_exit(127);
    }
    void loseCustomers() const
    {
        for (const char* file : {"customers.db", "customers.db-wal", "customers.db-shm", "keys"})
            std::filesystem::remove_all(m_hall / file);
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

TEST_F(BesideService, AFollowedSetKeepsWhoWasErasedThoughTheServiceGoesOnWithoutItsCustomers)
{
    const std::string hall = m_hall;
    const std::filesystem::path set = m_scratch / "set";
    const std::string copy = "backup " + hall + " --follow " + set.string();
    std::string ref;
    {
        const auto store = db::CustomerStore::open(m_hall);
        ASSERT_TRUE((*store)->importCsv("kind,value,stars,name\ncard,1,5,Zhao\n"));
        ref = db::hexOf((*store)->lookup(db::IdentityKind::Card, "1").value()->customerRef);
    }
    commitOne();
    ASSERT_EQ(starqueue("customer erase --ref " + ref + " --data " + hall), 0) << m_out;
    ASSERT_EQ(starqueue(copy + " --once"), 0) << m_out;
    const std::string list = read(set / "erased");
    const std::string anchor = read(set / "chain.anchor");
    ASSERT_NE(list.find(ref), std::string::npos) << list;
    loseCustomers(); // as under --without-customers, which opens none of them
    const pid_t following = follow(set);
    commitOne();
    while (read(set / "chain.anchor") == anchor && ::waitpid(following, nullptr, WNOHANG) == 0)
        continue;
    ::kill(following, SIGTERM);
    int status = -1;
    ASSERT_EQ(::waitpid(following, &status, 0), following) << "it ended by itself";
    EXPECT_EQ(status, 0);
    EXPECT_EQ(read(set / "erased"), list);
    EXPECT_EQ(starqueue("verify --data " + set.string()), 0) << m_out;
}
