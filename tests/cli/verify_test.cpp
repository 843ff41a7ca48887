#include <cli/command_line.h>

#include <SQLiteCpp/SQLiteCpp.h>

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
        SQLite::Database database((m_hall / "hall.db").string(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    }
    /// Lines that say nothing to the queue.
    void addLine(int seq, int at)
    {
        change("INSERT INTO journal (seq, at, name, payload) VALUES (" + std::to_string(seq) + ", " +
               std::to_string(at) + R"(, 'clock_stepped', '{"offsetSeconds":2}'))");
    }
};

} // namespace

TEST_F(Verify, FindsANewHallWhole)
{
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Well) << m_err;
    EXPECT_NE(m_out.find("0 events"), std::string::npos) << m_out;
}

TEST_F(Verify, FindsALineThatIsMissing)
{
    addLine(1, 1000);
    addLine(3, 2000);
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("between seq 1 and 3"), std::string::npos) << m_err;
}

TEST_F(Verify, FindsTimeThatGoesBack)
{
    addLine(1, 2000);
    addLine(2, 1000);
    EXPECT_EQ(run({"verify", "--data", m_hall}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("seq 2"), std::string::npos) << m_err;
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
