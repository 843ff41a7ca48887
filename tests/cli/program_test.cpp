#include <cli/command_line.h>

using namespace starqueue::cli;

namespace {

class Program : public test::CommandLine
{};

} // namespace

TEST_F(Program, EndsWellAfterHelpOfEveryCommand)
{
    EXPECT_EQ(run({"--help"}), ExitStatus::Well);
    for (const char* command :
         {"init", "token", "user", "import-customers", "report", "doctor", "verify", "backup"}) {
        EXPECT_NE(m_out.find(command), std::string::npos) << command;
    }
    for (const char* command :
         {"init", "token", "user", "import-customers", "report", "doctor", "verify", "backup"}) {
        EXPECT_EQ(run({command, "--help"}), ExitStatus::Well) << command;
        EXPECT_FALSE(m_out.empty()) << command;
    }
}

TEST_F(Program, CallsAWrongUseWrongUse)
{
    const std::vector<std::vector<std::string>> kWrong = {
        {},
        {"nonsense"},
        {"init"},
        {"init", m_hall.string(), "--nonsense"},
        {"token"},
        {"verify", "--data", "/nowhere"},
        {"report", "waits"},
        {"report", "waits", "--hall", "http://127.0.0.1:1"},
        {"report", "weather", "--data", m_scratch.string()},
        {"report", "waits", "--data", m_scratch.string(), "--from", "today"},
        {"report", "waits", "--data", m_scratch.string(), "--by", "tier&x"},
    };
    for (const auto& arguments : kWrong) {
        EXPECT_EQ(run(arguments), ExitStatus::WrongUse) << testing::PrintToString(arguments);
        EXPECT_FALSE(m_err.empty());
    }
}

TEST_F(Program, NamesTheFirstUnknownWordAndTheNearestKnownOne)
{
    EXPECT_EQ(run({"doctor", "--dat", "x", "--alse"}), ExitStatus::WrongUse);
    EXPECT_NE(m_err.find("\"--dat\"; the nearest is \"--data\""), std::string::npos) << m_err;
    EXPECT_EQ(run({"--nope", "doctor", "--dat"}), ExitStatus::WrongUse);
    EXPECT_NE(m_err.find("\"--nope\""), std::string::npos) << m_err;
    EXPECT_EQ(run({"doctor"}), ExitStatus::WrongUse);
    EXPECT_NE(m_err.find("--data is required"), std::string::npos) << m_err;
}

TEST_F(Program, SaysThatAHallThatDoesNotRunCannotBeReached)
{
    std::ofstream(m_scratch / "token") << "abc\n";
    EXPECT_EQ(run({"report", "waits", "--hall", "http://127.0.0.1:1", "--token-file", m_scratch / "token"}),
              ExitStatus::Failed);
    EXPECT_NE(m_err.find("http://127.0.0.1:1"), std::string::npos) << m_err;
    EXPECT_EQ(m_err.find("abc"), std::string::npos) << "the token stands in the message";
}
