#pragma once

#include <files/files.h>

#include <gtest/gtest.h>

#include <atomic>

namespace starqueue::files::test {

/// What holds for the files of every machine. A Machine has files() and directory(), which is empty and
/// there.
template <class Machine> class FilesContract : public testing::Test
{
protected:
    [[nodiscard]] Files& files() { return m_machine.files(); }
    [[nodiscard]] std::filesystem::path file() { return m_machine.directory() / "file"; }
    [[nodiscard]] std::string content() { return files().read(file()).value_or("(none)"); }

    Machine m_machine;
};

TYPED_TEST_SUITE_P(FilesContract);

TYPED_TEST_P(FilesContract, AMissingFileIsMissing)
{
    const auto read = this->files().read(this->file());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().cause, Cause::Missing);
    EXPECT_NE(read.error().detail.find(this->file().string()), std::string::npos) << read.error().detail;
}

TYPED_TEST_P(FilesContract, ReplaceWritesTheFileWholeAndLeavesNothingBeside)
{
    ASSERT_TRUE(this->files().replace(this->file(), "a longer first text", Readers::Everybody));
    ASSERT_TRUE(this->files().replace(this->file(), "second", Readers::Everybody));
    EXPECT_EQ(this->content(), "second");
    EXPECT_FALSE(this->files().read(this->file().string() + ".new"));
}

TYPED_TEST_P(FilesContract, ReplaceWritesOverWhatAKilledProgramLeftBeside)
{
    ASSERT_TRUE(this->files().overwrite(this->file().string() + ".new", "half of a longer text"));
    ASSERT_TRUE(this->files().replace(this->file(), "text", Readers::Everybody));
    EXPECT_EQ(this->content(), "text");
}

TYPED_TEST_P(FilesContract, OverwriteLeavesNothingOfALongerText)
{
    ASSERT_TRUE(this->files().overwrite(this->file(), "a longer first text"));
    ASSERT_TRUE(this->files().overwrite(this->file(), "second"));
    EXPECT_EQ(this->content(), "second");
}

TYPED_TEST_P(FilesContract, RemoveTakesAFileAndMissesNone)
{
    ASSERT_TRUE(this->files().replace(this->file(), "text", Readers::Everybody));
    EXPECT_TRUE(this->files().remove(this->file()));
    EXPECT_TRUE(this->files().remove(this->file()));
    EXPECT_FALSE(this->files().read(this->file()));
}

TYPED_TEST_P(FilesContract, CreateMakesAnEmptyFileAndLeavesOneThatIsThere)
{
    EXPECT_TRUE(this->files().create(this->file()));
    EXPECT_EQ(this->content(), "");
    ASSERT_TRUE(this->files().replace(this->file(), "text", Readers::Everybody));
    EXPECT_TRUE(this->files().create(this->file()));
    EXPECT_EQ(this->content(), "text");
}

TYPED_TEST_P(FilesContract, ADirectoryIsMadeOnceAndTakesFiles)
{
    const auto directory = this->m_machine.directory() / "keys";
    EXPECT_TRUE(this->files().makeDirectory(directory));
    ASSERT_TRUE(this->files().replace(directory / "key", "text", Readers::OwnerAlone));
    EXPECT_TRUE(this->files().makeDirectory(directory));
    EXPECT_EQ(this->files().read(directory / "key"), "text");
}

TYPED_TEST_P(FilesContract, ALockIsHeldByOneUntilItGoes)
{
    auto held = this->files().lock(this->file());
    ASSERT_TRUE(held);
    const auto second = this->files().lock(this->file());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().cause, Cause::Locked);
    held->reset();
    EXPECT_TRUE(this->files().lock(this->file()));
}

TYPED_TEST_P(FilesContract, SharedMemoryIsOneForAll)
{
    const auto one = this->files().share(this->file());
    const auto other = this->files().share(this->file());
    ASSERT_TRUE(one && other);
    const std::uint64_t before = std::atomic_ref{**other}.load();
    std::atomic_ref{**one}.fetch_add(2);
    EXPECT_EQ(std::atomic_ref{**other}.load(), before + 2);
}

TYPED_TEST_P(FilesContract, AReserveGrowsAndGoes)
{
    constexpr std::uint64_t kMegabyte = 1 << 20;
    EXPECT_GT(this->files().room(this->m_machine.directory()).value_or(0), 2 * kMegabyte);
    EXPECT_TRUE(this->files().reserve(this->file(), kMegabyte));
    EXPECT_TRUE(this->files().reserve(this->file(), 2 * kMegabyte));
    EXPECT_TRUE(this->files().reserve(this->file(), 0));
    EXPECT_TRUE(this->files().reserve(this->file(), 0)) << "it is gone already";
    EXPECT_FALSE(this->files().read(this->file()));
}

REGISTER_TYPED_TEST_SUITE_P(FilesContract, AMissingFileIsMissing,
                            ReplaceWritesTheFileWholeAndLeavesNothingBeside,
                            ReplaceWritesOverWhatAKilledProgramLeftBeside,
                            OverwriteLeavesNothingOfALongerText, RemoveTakesAFileAndMissesNone,
                            CreateMakesAnEmptyFileAndLeavesOneThatIsThere, ADirectoryIsMadeOnceAndTakesFiles,
                            ALockIsHeldByOneUntilItGoes, SharedMemoryIsOneForAll, AReserveGrowsAndGoes);

} // namespace starqueue::files::test
