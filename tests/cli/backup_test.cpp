#include <cli/command_line.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace starqueue::cli;

namespace {

class Backup : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        m_target = m_scratch / "backup";
    }

    std::filesystem::path m_target;
};

} // namespace

TEST_F(Backup, IsAHallThatVerifies)
{
    ASSERT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Well) << m_err;
    EXPECT_EQ(run({"verify", "--data", m_target}), ExitStatus::Well) << m_err;
    EXPECT_EQ(read(m_target / "hall.toml"), read(m_hall / "hall.toml"));
}

TEST_F(Backup, HoldsNeitherKeysNorTokens)
{
    ASSERT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Well) << m_err;
    EXPECT_FALSE(std::filesystem::exists(m_target / "keys"));
    EXPECT_FALSE(std::filesystem::exists(m_target / "tokens"));
    EXPECT_EQ(modeOf(m_target / "hall.db"), 0600U);
}

TEST_F(Backup, NeverWritesOverAnother)
{
    ASSERT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Well) << m_err;
    const std::string before = read(m_target / "hall.db");
    EXPECT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Failed);
    EXPECT_EQ(read(m_target / "hall.db"), before);
}

TEST_F(Backup, OfADirectoryWithoutAHallLeavesNothing)
{
    std::filesystem::create_directory(m_scratch / "empty");
    EXPECT_EQ(run({"backup", m_scratch / "empty", m_target}), ExitStatus::WrongUse);
    EXPECT_FALSE(std::filesystem::exists(m_target));
}

TEST_F(Backup, HasItsNameOnlyWhenItIsWhole)
{
    std::filesystem::create_directory(m_scratch / "backup.unfinished"); // as of one that was killed
    std::ofstream(m_scratch / "backup.unfinished" / "hall.db") << "half";
    EXPECT_EQ(run({"verify", "--data", m_scratch / "backup.unfinished"}), ExitStatus::Failed) << m_out;
    ASSERT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Well) << m_err;
    EXPECT_FALSE(std::filesystem::exists(m_scratch / "backup.unfinished"));
    EXPECT_EQ(run({"verify", "--data", m_target}), ExitStatus::Well) << m_err;
}

TEST_F(Backup, OfAnEmptyDatabaseIsNeverWhole)
{
    std::filesystem::create_directory(m_target);
    SQLite::Database(m_target / "hall.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE other (id INTEGER)");
    EXPECT_EQ(run({"verify", "--data", m_target}), ExitStatus::Failed) << m_out;
}

TEST_F(Backup, AnyChangedFileIsFound)
{
    ASSERT_EQ(run({"backup", m_hall, m_target}), ExitStatus::Well) << m_err;
    for (const char* name : {"hall.db", "customers.db", "hall.toml", "bridge.toml", "chain.anchor"}) {
        const std::string whole = read(m_target / name);
        for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 7) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 4);
            std::ofstream(m_target / name) << flipped;
            EXPECT_EQ(run({"verify", "--data", m_target}), ExitStatus::Failed) << name << " at " << at;
        }
        std::ofstream(m_target / name) << whole;
    }
    EXPECT_EQ(run({"verify", "--data", m_target}), ExitStatus::Well) << m_err;
}
