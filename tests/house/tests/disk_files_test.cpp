#include <house/disk/disk_files.h>

#include <files/support/files_contract.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::house;

namespace {

/// A machine on the house's disk.
class MachineInMemory
{
public:
    explicit MachineInMemory(std::uint64_t seed = 1) : m_disk(m_clock, Random{seed}) {}

    [[nodiscard]] files::Files& files() { return m_files; }
    [[nodiscard]] static std::filesystem::path directory() { return "/hall"; }
    [[nodiscard]] Disk& disk() { return m_disk; }
    void losePower()
    {
        m_disk.cutPower();
        m_disk.start();
    }

private:
    VirtualClock m_clock;
    Disk m_disk;
    DiskFiles m_files{m_disk};
};

constexpr auto kReplaced = "/hall/settings";
constexpr int kLosses = 60;

} // namespace

namespace starqueue::files::test {

INSTANTIATE_TYPED_TEST_SUITE_P(HousesDisk, FilesContract, MachineInMemory);

} // namespace starqueue::files::test

class ReplaceOnDisk : public testing::TestWithParam<std::uint64_t>
{};

TEST_P(ReplaceOnDisk, IsOldOrNewAfterAPowerCutAtAnyOperation)
{
    const std::string old(700, 'o');
    const std::string fresh(1400, 'n');
    bool whole = false;
    for (std::uint64_t operations = 0; !whole; ++operations) {
        MachineInMemory machine{GetParam()};
        ASSERT_TRUE(machine.files().replace(kReplaced, old, files::Readers::Everybody));
        machine.disk().cutPowerAfter(operations);
        whole = machine.files().replace(kReplaced, fresh, files::Readers::Everybody).has_value();
        machine.losePower();
        const auto left = machine.files().read(kReplaced);
        ASSERT_TRUE(left);
        EXPECT_TRUE(*left == fresh || (*left == old && !whole)) << operations << " operations";
    }
}

TEST_P(ReplaceOnDisk, AFullDiskAndAFailedSyncLeaveTheOldFile)
{
    MachineInMemory machine{GetParam()};
    ASSERT_TRUE(machine.files().replace(kReplaced, "old", files::Readers::Everybody));
    machine.disk().setRoom(2);
    const auto full = machine.files().replace(kReplaced, "new", files::Readers::Everybody);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().cause, files::Cause::Full);
    machine.disk().setRoom(std::nullopt);
    machine.disk().failSyncs(1);
    EXPECT_FALSE(machine.files().replace(kReplaced, "new", files::Readers::Everybody));
    machine.losePower();
    EXPECT_EQ(machine.files().read(kReplaced), "old");
}

TEST_P(ReplaceOnDisk, ARemovedFileDoesNotComeBack)
{
    MachineInMemory machine{GetParam()};
    ASSERT_TRUE(machine.files().replace(kReplaced, "old", files::Readers::Everybody));
    ASSERT_TRUE(machine.files().remove(kReplaced));
    machine.losePower();
    EXPECT_FALSE(machine.files().read(kReplaced));
}

INSTANTIATE_TEST_SUITE_P(Seeds, ReplaceOnDisk, testing::Range(std::uint64_t{0}, std::uint64_t{20}));

TEST(FilesOnDisk, WhatIsOverwrittenMayBeLostByAPowerCutButNotByAKill)
{
    int lost = 0;
    for (std::uint64_t seed = 0; seed < kLosses; ++seed) {
        MachineInMemory machine{seed};
        ASSERT_TRUE(machine.files().overwrite(kReplaced, "text"));
        machine.disk().crash();
        machine.disk().start();
        EXPECT_EQ(machine.files().read(kReplaced), "text");
        machine.losePower();
        lost += machine.files().read(kReplaced) == "text" ? 0 : 1;
    }
    EXPECT_GT(lost, 0);
    EXPECT_LT(lost, kLosses);
}

TEST(FilesOnDisk, ALockGoesWithWhoHeldItEvenWhenThePowerGoes)
{
    MachineInMemory machine;
    auto held = machine.files().lock("/hall/lock");
    machine.disk().cutPower();
    held->reset();
    machine.disk().start();
    EXPECT_TRUE(machine.files().lock("/hall/lock"));
}
