#include <db/support/temp_dir.h>
#include <db/tokens/shared_counter.h>
#include <files/posix_files.h>

#include <gtest/gtest.h>

using namespace starqueue::db;
using namespace starqueue::db::test;

TEST(SharedCounter, WhatOneAdvancesEveryOtherSees)
{
    TempDir dir;
    auto one = SharedCounter::open(dir.path() / "counter", starqueue::files::posix());
    const auto other = SharedCounter::open(dir.path() / "counter", starqueue::files::posix());
    ASSERT_TRUE(one && other);
    EXPECT_EQ(other->value(), 0U);
    one->advance();
    one->advance();
    EXPECT_EQ(other->value(), 2U);
}

TEST(SharedCounter, ItsFileIsItsOwnersAlone)
{
    TempDir dir;
    ASSERT_TRUE(SharedCounter::open(dir.path() / "counter", starqueue::files::posix()));
    const auto rights = std::filesystem::status(dir.path() / "counter").permissions();
    EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(SharedCounter, WhereNoFileCanBeItSaysWhichAndWhatToDo)
{
    TempDir dir;
    const auto counter = SharedCounter::open(dir.path() / "missing" / "counter", starqueue::files::posix());
    ASSERT_FALSE(counter);
    EXPECT_EQ(counter.error().fault, StorageFault::Unreadable);
    EXPECT_NE(counter.error().detail.find("missing/counter"), std::string::npos) << counter.error().detail;
}
