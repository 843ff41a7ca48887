#include <cli/command_line.h>

using namespace starqueue::cli;

namespace {

class Clock : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
    }
};

} // namespace

TEST_F(Clock, IsConfirmedWithATimeOnTheHallsWallAlone)
{
    for (const char* wrong : {"10:04", "2026-11-31 10:04", "2026-11-28 24:00", "2026-11-28T10:04",
                              "0000-01-01 00:00", "9999-12-31 23:59"}) {
        EXPECT_EQ(run({"clock", "confirm", "--data", m_hall, "--at", wrong}), ExitStatus::WrongUse) << wrong;
        EXPECT_NE(m_err.find("2026-11-28 10:04"), std::string::npos) << "says what would be right: " << m_err;
    }
}

TEST_F(Clock, IsConfirmedAtTheAddressThatIsGiven)
{
    EXPECT_EQ(run({"clock", "confirm", "--data", m_hall, "--hall", "http://127.0.0.1:9/", "--at",
                   "2026-11-28 10:04"}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("can't reach the hall at http://127.0.0.1:9:"), std::string::npos) << m_err;
}

TEST_F(Clock, ConfirmNeedsTheAdministratorsToken)
{
    std::filesystem::remove(m_hall / "tokens" / "admin");
    EXPECT_EQ(run({"clock", "confirm", "--data", m_hall, "--at", "2026-11-28 10:04"}), ExitStatus::Failed);
    EXPECT_NE(m_err.find("tokens/admin"), std::string::npos) << m_err;
}
