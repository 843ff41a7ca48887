#include <cli/command_line.h>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

#include <pty.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdlib>

using namespace starqueue::cli;
using nlohmann::json;
using testing::HasSubstr;

namespace {

const std::string kScenario = R"(seed = 5
[length]
days = 50
[arrivals]
per_minute = 1
hourly = [1, 1]
[counters]
count = 5
[guard]
minutes = 25
[[service]]
mean_minutes = 4
[[tier]]
name = "stars, \"all\""
stars = 5
head_start_minutes = 15
[[tier]]
name = "others"
stars = 0
)";

class Simulate : public test::CommandLine
{
protected:
    std::string file(const std::string& name, const std::string& text = kScenario)
    {
        const auto path = m_scratch / name;
        std::ofstream(path) << text;
        return path.string();
    }
    ExitStatus simulate(std::vector<std::string> options)
    {
        options.insert(options.begin(), "simulate");
        return run(options);
    }
    /// The program itself, its complaints on a terminal of its own; `seen` is called when the bar is there.
    int onATerminal(const std::string& arguments, const std::function<void(pid_t)>& seen)
    {
        int terminal = -1;
        const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            const std::string line = "exec " STARQUEUE_PROGRAM " " + arguments + " >" + answer().string();
            ::execl("/bin/sh", "sh", "-c", line.c_str(), nullptr);
            ::_exit(127);
        }
        readUntil(terminal, "[");
        seen(child);
        readUntil(terminal, "\x04 never");
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(terminal);
        return status;
    }
    [[nodiscard]] std::filesystem::path answer() const { return m_scratch / "answer"; }

private:
    static void readUntil(int terminal, const std::string& wanted)
    {
        std::string seen;
        std::array<char, 256> part{};
        while (seen.find(wanted) == std::string::npos) {
            const ssize_t got = ::read(terminal, part.data(), part.size());
            if (got <= 0)
                return; // the program has ended
            seen.append(part.data(), static_cast<std::size_t>(got));
        }
    }
};

} // namespace

TEST_F(Simulate, GivesTheSameBytesForTheSameSeedOnOneAndTwoThreads)
{
    const std::string scenario = file("hall.toml");
    for (const char* format : {"--json", "--csv"}) {
        ASSERT_EQ(simulate({"--scenario", scenario, format, "--threads", "1"}), ExitStatus::Well) << m_err;
        const std::string alone = m_out;
        ASSERT_EQ(simulate({"--scenario", scenario, format, "--threads", "2"}), ExitStatus::Well);
        EXPECT_EQ(m_out, alone);
        ASSERT_EQ(simulate({"--scenario", scenario, format, "--seed", "6"}), ExitStatus::Well);
        EXPECT_NE(m_out, alone);
    }
}

TEST_F(Simulate, TellsEveryFigureAsJson)
{
    ASSERT_EQ(simulate({"--scenario", file("hall.toml"), "--json"}), ExitStatus::Well) << m_err;
    const json result = json::parse(m_out);
    for (const char* key :
         {"discipline", "seed", "customers", "seconds", "tiers", "occupancy", "days", "daysAllTargetsMet",
          "daysOver30Minutes", "fairnessViolations", "unserved", "turnedAway", "stopped"})
        EXPECT_TRUE(result.contains(key)) << key;
    for (const char* key :
         {"name", "count", "mean", "meanHalfWidth", "p50", "p90", "p90HalfWidth", "p95", "p95HalfWidth",
          "max", "inTargetShare", "passedP99", "passedMax", "maxPassedByMinutes"})
        EXPECT_TRUE(result.at("tiers").at(1).contains(key)) << key;
    EXPECT_EQ(result.at("discipline"), "head-start");
    EXPECT_EQ(result.at("seed"), 5);
    EXPECT_EQ(result.at("days"), 50);
    EXPECT_EQ(result.at("stopped"), false);
    EXPECT_GE(result.at("seconds"), 50 * 2 * 3600) << "of the hall, not of the run";
}

TEST_F(Simulate, SetsVariantsSideBySideWithTheSameCustomers)
{
    ASSERT_EQ(simulate({"--scenario", file("six.toml"), "--scenario", file("seven.toml"), "--discipline",
                        "fifo,strict", "--json"}),
              ExitStatus::Well)
        << m_err;
    const json results = json::parse(m_out);
    ASSERT_EQ(results.size(), 4U);
    EXPECT_EQ(results.at(0).at("name"), "six fifo");
    EXPECT_EQ(results.at(3).at("name"), "seven strict");
    for (const json& result : results)
        EXPECT_EQ(result.at("customers"), results.at(0).at("customers"));
}

TEST_F(Simulate, LeavesOutWhatOneDayCannotTell)
{
    const std::string scenario = file("hall.toml");
    ASSERT_EQ(simulate({"--scenario", scenario, "--json", "--days", "1"}), ExitStatus::Well);
    EXPECT_TRUE(json::parse(m_out).at("tiers").at(1).at("p90HalfWidth").is_null());
    ASSERT_EQ(simulate({"--scenario", scenario, "--days", "1"}), ExitStatus::Well);
    EXPECT_EQ(m_out.find("±0"), std::string::npos) << m_out;
}

TEST_F(Simulate, WritesCsvThatAProgramReadsBack)
{
    ASSERT_EQ(simulate({"--scenario", file("hall.toml"), "--csv"}), ExitStatus::Well);
    EXPECT_THAT(m_out, HasSubstr("\"stars, \"\"all\"\"\""));
    EXPECT_EQ(std::count(m_out.begin(), m_out.end(), '\n'), 3) << m_out;
    EXPECT_EQ(simulate({"--scenario", file("hall.toml"), "--csv", "--json"}), ExitStatus::WrongUse);
}

TEST_F(Simulate, SaysInATableWhatHappened)
{
    ASSERT_EQ(simulate({"--scenario", file("hall.toml")}), ExitStatus::Well);
    EXPECT_THAT(m_out, HasSubstr("on 50 days; every target kept on"));
    EXPECT_THAT(m_out, HasSubstr("others"));
    EXPECT_THAT(m_out, HasSubstr("±"));
    EXPECT_EQ(m_out.find("BROKEN"), std::string::npos);
}

TEST_F(Simulate, NamesTheLineOfAWrongScenarioAndSimulatesNothing)
{
    std::string text = kScenario;
    text.replace(text.find("count = 5"), 9, "count = 0");
    const std::string wrong = file("wrong.toml", text);
    EXPECT_EQ(simulate({"--scenario", file("hall.toml"), "--scenario", wrong}), ExitStatus::WrongUse);
    EXPECT_THAT(m_err, HasSubstr(wrong + ":8: counters.count = 0: must be"));
    EXPECT_TRUE(m_out.empty()) << m_out;
    EXPECT_EQ(simulate({"--scenario", "/nowhere.toml"}), ExitStatus::WrongUse);
    EXPECT_EQ(simulate({"--scenario", file("hall.toml"), "--discipline", "lifo"}), ExitStatus::WrongUse);
    EXPECT_EQ(simulate({}), ExitStatus::WrongUse);
}

TEST_F(Simulate, InterruptedTellsWhatItHasDoneAndThatItWasStopped)
{
    const int status = onATerminal("simulate --json --days 10000000 --scenario " + file("hall.toml"),
                                   [](pid_t program) { ::kill(program, SIGINT); });
    ASSERT_TRUE(WIFEXITED(status)) << "the signal must not end it";
    EXPECT_EQ(WEXITSTATUS(status), 1);
    const json result = json::parse(read(answer()));
    EXPECT_EQ(result.at("stopped"), true);
    EXPECT_GE(result.at("days"), 1);
    EXPECT_LT(result.at("days"), 10'000'000);
    EXPECT_GT(result.at("customers"), 0);
}
