#pragma once

#include <cli/program.h>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace starqueue::cli::test {

/// A directory of its own, and command lines that are run as `starqueue` would.
class CommandLine : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "starqueue-cli-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_scratch = pattern;
        m_hall = m_scratch / "hall";
    }
    void TearDown() override { std::filesystem::remove_all(m_scratch); }

    ExitStatus run(const std::vector<std::string>& arguments)
    {
        std::ostringstream out;
        std::ostringstream err;
        Context context{out, err, [] { return Instant{Seconds{1'795'000'000}}; },
                        [this]() -> tl::expected<std::string, std::string> { return m_secret; },
                        db::kLeastCost};
        context.ask = m_answer;
        context.identity = [this]() -> tl::expected<std::string, std::string> { return m_identity; };
        const ExitStatus status = cli::run(arguments, context);
        m_out = out.str();
        m_err = err.str();
        return status;
    }
    void must(const std::vector<std::string>& arguments)
    {
        ASSERT_EQ(run(arguments), ExitStatus::Well) << m_err << m_out;
    }
    /// A hall made by `init`.
    void makeHall() { ASSERT_EQ(run({"init", m_hall.string()}), ExitStatus::Well) << m_err; }

    /// That hall is to listen at `port`; 1 answers nobody, whatever runs on this machine.
    void listenAt(std::uint16_t port) const
    {
        std::string text = read(m_hall / "hall.toml");
        const std::string ofInit = "address = \"127.0.0.1:8470\"";
        text.replace(text.find(ofInit), ofInit.size(), "address = \"127.0.0.1:" + std::to_string(port) + '"');
        std::ofstream(m_hall / "hall.toml") << text;
    }

    [[nodiscard]] static std::string read(const std::filesystem::path& file)
    {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        return text.str();
    }
    [[nodiscard]] static unsigned modeOf(const std::filesystem::path& file)
    {
        struct stat status
        {};
        EXPECT_EQ(::stat(file.c_str(), &status), 0) << file;
        return status.st_mode & 0777U;
    }

    std::filesystem::path m_scratch;
    std::filesystem::path m_hall;
    std::string m_secret = "correct horse"; ///< what is typed where one is asked for
    std::function<std::optional<std::string>(const std::string&)> m_answer{}; ///< of whoever sits there
    std::string m_identity; ///< a customer's number, typed likewise
    std::string m_out;      ///< of the last run
    std::string m_err;
};

} // namespace starqueue::cli::test
