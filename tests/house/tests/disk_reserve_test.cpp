#include <house/disk/disk_files.h>

#include <db/sqlite/disk_reserve.h>

#include <gtest/gtest.h>

namespace starqueue::house {

namespace {

constexpr std::uint64_t kMegabyte = 1 << 20;

struct DiskReserveTest : testing::Test
{
    VirtualClock clock;
    Disk disk{clock, Random{1}};
    DiskFiles files{disk};

    [[nodiscard]] std::uint64_t room() { return *files.room("/hall"); }
};

} // namespace

TEST_F(DiskReserveTest, TakesSixteenMegabytesOfALargeDisk)
{
    db::DiskReserve reserve{"/hall", files};
    disk.setRoom(100 * kMegabyte);
    EXPECT_EQ(reserve.keep(), "");
    EXPECT_EQ(room(), 84 * kMegabyte);
    EXPECT_EQ(reserve.keep(), "");
    EXPECT_EQ(room(), 84 * kMegabyte) << "once";
}

TEST_F(DiskReserveTest, LeavesHalfOfASmallDiskToOthers)
{
    disk.setRoom(10 * kMegabyte);
    db::DiskReserve reserve{"/hall", files};
    EXPECT_EQ(reserve.keep(), "");
    EXPECT_EQ(room(), 5 * kMegabyte);
}

TEST_F(DiskReserveTest, SaysThatThereIsNoRoomUntilThereIs)
{
    disk.setRoom(20 * kMegabyte);
    db::DiskReserve reserve{"/hall", files};
    EXPECT_EQ(reserve.keep(), "");
    disk.setRoom(100);
    EXPECT_NE(reserve.keep().find("/hall: there is no room"), std::string::npos);
    disk.setRoom(30 * kMegabyte);
    EXPECT_EQ(reserve.keep(), "");
}

TEST_F(DiskReserveTest, IsGivenBackToTheStartAndTheEndOfAHallOnAFullDisk)
{
    disk.setRoom(40 * kMegabyte);
    {
        db::DiskReserve reserve{"/hall", files};
        EXPECT_EQ(reserve.keep(), "");
        disk.setRoom(0);
        reserve.giveBackIfFull();
        EXPECT_EQ(room(), 16 * kMegabyte) << "to end with";
    }
    EXPECT_EQ(room(), 8 * kMegabyte) << "half of it is taken again at the end";
    disk.setRoom(0);
    const db::DiskReserve next{"/hall", files};
    EXPECT_EQ(room(), 8 * kMegabyte) << "to start with";
}

TEST_F(DiskReserveTest, UnderAQuotaOfWhichNobodyTellsItTakesLess)
{
    disk.tellRoom(false);
    disk.setRoom(9 * kMegabyte);
    db::DiskReserve reserve{"/hall", files};
    EXPECT_EQ(reserve.keep(), "");
    disk.tellRoom(true);
    EXPECT_EQ(room(), 1 * kMegabyte);
}

} // namespace starqueue::house
