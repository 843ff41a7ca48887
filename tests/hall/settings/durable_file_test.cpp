#include <hall/settings/durable_file.h>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

using namespace starqueue::settings;

namespace {

class DurableFile : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "durable-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_directory = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(m_directory); }

    [[nodiscard]] static std::string read(const std::filesystem::path& file)
    {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        return text.str();
    }
    [[nodiscard]] static mode_t modeOf(const std::filesystem::path& file)
    {
        struct stat status
        {};
        EXPECT_EQ(::stat(file.c_str(), &status), 0);
        return status.st_mode & 0777;
    }

    std::filesystem::path m_directory;
};

} // namespace

TEST_F(DurableFile, ReplacesTheOldTextWhole)
{
    const auto file = m_directory / "hall.toml";
    ASSERT_TRUE(writeDurably(file, "a longer first text", Readers::Everybody));
    ASSERT_TRUE(writeDurably(file, "second", Readers::Everybody));
    EXPECT_EQ(read(file), "second");
}

TEST_F(DurableFile, LeavesNothingBesideTheFile)
{
    ASSERT_TRUE(writeDurably(m_directory / "hall.toml", "text", Readers::Everybody));
    const std::filesystem::directory_iterator files(m_directory);
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST_F(DurableFile, OfTheOwnerAloneIsReadableByNobodyElse)
{
    const auto file = m_directory / "token";
    ASSERT_TRUE(writeDurably(file, "secret", Readers::OwnerAlone));
    EXPECT_EQ(modeOf(file), 0600U);
}

TEST_F(DurableFile, NamesTheFileThatItCannotWrite)
{
    const auto written = writeDurably(m_directory / "missing" / "hall.toml", "text", Readers::Everybody);
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().find("missing/hall.toml"), std::string::npos) << written.error();
}
