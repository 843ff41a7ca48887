#include <cli/command_line.h>

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
