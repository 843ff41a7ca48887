#include <files/posix_files.h>
#include <files/support/files_contract.h>

#include <unistd.h>

using namespace starqueue::files;

namespace {

namespace fs = std::filesystem;

/// A directory on the real disk.
class RealMachine
{
public:
    RealMachine()
    {
        std::string pattern = (fs::temp_directory_path() / "starqueue-files-XXXXXX").string();
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        m_directory = pattern;
    }
    ~RealMachine()
    {
        std::error_code ignored;
        fs::remove_all(m_directory, ignored);
    }
    RealMachine(const RealMachine&) = delete;
    RealMachine& operator=(const RealMachine&) = delete;

    [[nodiscard]] static Files& files() { return posix(); }
    [[nodiscard]] const fs::path& directory() const { return m_directory; }

private:
    fs::path m_directory;
};

struct PosixFilesTest : testing::Test
{
    [[nodiscard]] fs::perms rights(const char* name) const
    {
        return fs::status(machine.directory() / name).permissions();
    }

    RealMachine machine;
    Files& files = posix();
};

constexpr fs::perms kOwnerAlone = fs::perms::owner_read | fs::perms::owner_write;

} // namespace

namespace starqueue::files::test {

INSTANTIATE_TYPED_TEST_SUITE_P(RealDisk, FilesContract, RealMachine);

} // namespace starqueue::files::test

TEST_F(PosixFilesTest, WhatIsItsOwnersIsReadableByNobodyElse)
{
    ASSERT_TRUE(files.replace(machine.directory() / "secret", "secret", Readers::OwnerAlone));
    ASSERT_TRUE(files.create(machine.directory() / "database"));
    ASSERT_TRUE(files.share(machine.directory() / "memory"));
    for (const char* name : {"secret", "database", "memory"})
        EXPECT_EQ(rights(name), kOwnerAlone) << name;
    ASSERT_TRUE(files.makeDirectory(machine.directory() / "keys"));
    EXPECT_EQ(rights("keys"), fs::perms::owner_all);
}

TEST_F(PosixFilesTest, WhatEverybodyMayReadIsTheOwnersToWrite)
{
    ASSERT_TRUE(files.replace(machine.directory() / "hall.toml", "text", Readers::Everybody));
    EXPECT_EQ(rights("hall.toml"), kOwnerAlone | fs::perms::group_read | fs::perms::others_read);
}

TEST_F(PosixFilesTest, AFailureNamesFileAndReason)
{
    const auto written =
        files.replace(machine.directory() / "missing" / "hall.toml", "text", Readers::Everybody);
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().detail.find("missing/hall.toml"), std::string::npos) << written.error().detail;
    EXPECT_NE(written.error().detail.find("No such file"), std::string::npos) << written.error().detail;
}

TEST_F(PosixFilesTest, ADirectoryIsReadAsAnError)
{
    EXPECT_FALSE(files.read(machine.directory()));
}

TEST_F(PosixFilesTest, AFileIsNoDirectoryAndKeepsItsRights)
{
    ASSERT_TRUE(files.replace(machine.directory() / "file", "text", Readers::Everybody));
    EXPECT_FALSE(files.makeDirectory(machine.directory() / "file"));
    EXPECT_NE(rights("file"), fs::perms::owner_all);
}

TEST_F(PosixFilesTest, ADirectoryIsMadeWithItsParents)
{
    ASSERT_TRUE(files.makeDirectory(machine.directory() / "a" / "b"));
    EXPECT_TRUE(fs::is_directory(machine.directory() / "a" / "b"));
}

TEST_F(PosixFilesTest, WhoWantsALockHearsWhichProcessHoldsIt)
{
    const auto held = files.lock(machine.directory() / "lock");
    const auto second = files.lock(machine.directory() / "lock");
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().detail.find(std::to_string(::getpid())), std::string::npos)
        << second.error().detail;
}
