#include <house/disk/disk.h>

#include <gmock/gmock.h>

#include <set>
#include <string>

using namespace starqueue::house;

namespace {

struct DiskTest : testing::Test
{
    std::string contentOf(const std::string& name)
    {
        const auto file = disk.names().find(name);
        return file == nullptr ? "(none)" : std::string{file->read(0, file->size())};
    }
    void cutAndStart()
    {
        disk.cutPower();
        disk.start();
    }

    VirtualClock clock;
    Disk disk{clock, Random{1}};
};

/// What power cuts of many seeds leave of one synced and three unsynced writes.
std::set<std::string> afterCuts()
{
    std::set<std::string> left;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        VirtualClock clock;
        Disk disk{clock, Random{seed}};
        const auto file = disk.create("a");
        (void)disk.syncNames("");
        (void)disk.write(*file, 0, "....");
        (void)disk.sync(*file);
        for (std::size_t i = 0; i < 3; ++i)
            (void)disk.write(*file, i, "abc");
        disk.cutPower();
        disk.start();
        left.insert(std::string{disk.names().find("a")->read(0, 9)});
    }
    return left;
}

} // namespace

TEST(PowerCut, LeavesWhatWasSyncedAndAnyPartOfTheRest)
{
    EXPECT_THAT(afterCuts(), testing::IsSupersetOf({std::string{"...."}, std::string{"ababc"},
                                                    std::string{"abc."}, std::string{"..abc"}}));
}

TEST_F(DiskTest, AWriteIsTornAtSectorsOnly)
{
    bool torn = false;
    for (int i = 0; i < 200; ++i) {
        const std::string name = "f" + std::to_string(i);
        const auto file = disk.create(name);
        (void)disk.write(*file, 0, std::string(1024, '.'));
        (void)disk.sync(*file);
        (void)disk.syncNames("");
        (void)disk.write(*file, 0, std::string(1024, 'x'));
        cutAndStart();
        const std::string left = contentOf(name);
        ASSERT_EQ(left.size(), 1024U);
        for (const std::size_t sector : {0U, 512U})
            EXPECT_EQ(left.substr(sector, 512), std::string(512, left[sector]));
        torn = torn || left[0] != left[512];
    }
    EXPECT_TRUE(torn);
}

TEST_F(DiskTest, ARenameIsOldOrNewAndDurableOnceItsFolderIsSynced)
{
    const auto write = [this](const std::string& name, const std::string& text) {
        const auto file = disk.create(name);
        (void)disk.write(*file, 0, text);
        (void)disk.sync(*file);
    };
    write("settings", "0");
    (void)disk.syncNames("");
    std::set<bool> kept;
    for (int i = 1; i < 40; ++i) {
        const std::string old = contentOf("settings");
        const std::string fresh = std::to_string(i);
        write("settings.new", fresh);
        (void)disk.rename("settings.new", "settings");
        cutAndStart();
        const std::string left = contentOf("settings");
        EXPECT_TRUE(left == old || left == fresh) << left;
        kept.insert(left == fresh);
    }
    EXPECT_EQ(kept.size(), 2U);
    write("settings.new", "newer");
    (void)disk.rename("settings.new", "settings");
    (void)disk.syncNames("");
    cutAndStart();
    EXPECT_EQ(contentOf("settings"), "newer");
    EXPECT_EQ(contentOf("settings.new"), "(none)");
}

TEST_F(DiskTest, AFolderThatIsLostTakesItsFilesWithIt)
{
    bool lost = false;
    for (int i = 0; i < 40; ++i) {
        const std::string folder = "d" + std::to_string(i);
        (void)disk.makeFolder(folder);
        (void)disk.sync(*disk.create(folder + "/a"));
        (void)disk.syncNames(folder);
        cutAndStart();
        EXPECT_EQ(contentOf(folder), contentOf(folder + "/a"));
        lost = lost || contentOf(folder) == "(none)";
    }
    EXPECT_TRUE(lost);
}

TEST_F(DiskTest, AfterAFailedSyncTheDataIsSeenUntilThePowerGoesAndMayThenBeLost)
{
    int lost = 0;
    for (int i = 0; i < 40; ++i) {
        const std::string name = "f" + std::to_string(i);
        const auto file = disk.create(name);
        (void)disk.syncNames("");
        (void)disk.write(*file, 0, "data");
        disk.failSyncs(1);
        EXPECT_EQ(disk.sync(*file), DiskResult::Failed);
        EXPECT_EQ(disk.sync(*file), DiskResult::Done) << "the pages count as clean";
        EXPECT_EQ(contentOf(name), "data");
        cutAndStart();
        lost += contentOf(name) == "data" ? 0 : 1;
    }
    EXPECT_GT(lost, 5);
    EXPECT_LT(lost, 35);
}

TEST_F(DiskTest, ThePowerGoesInPlaceOfTheChosenOperation)
{
    const auto file = disk.create("a");
    int deaths = 0;
    disk.onDeath([&] { ++deaths; });
    disk.cutPowerAfter(1);
    EXPECT_EQ(disk.write(*file, 0, "a"), DiskResult::Done);
    EXPECT_EQ(disk.write(*file, 1, "b"), DiskResult::Dead);
    EXPECT_EQ(disk.sync(*file), DiskResult::Dead);
    EXPECT_EQ(deaths, 1);
}

TEST_F(DiskTest, ThePowerGoesInPlaceOfTheNextOperationThoughTheProcessDiedBefore)
{
    const auto file = disk.create("a");
    (void)disk.syncNames("");
    disk.cutPowerNext();
    disk.crash();
    EXPECT_EQ(disk.write(*file, 0, "dead"), DiskResult::Dead);
    EXPECT_FALSE(disk.lostPower());
    disk.start();
    EXPECT_EQ(disk.write(*file, 0, "next"), DiskResult::Dead);
    EXPECT_TRUE(disk.lostPower());
    disk.start();
    EXPECT_EQ(disk.write(*file, 0, "last"), DiskResult::Done);
}

TEST_F(DiskTest, WhoLetsSyncsFailIsToldOfEachThatDoes)
{
    const auto file = disk.create("a");
    int failed = 0;
    disk.failSyncs(2, [&] { ++failed; });
    for (int i = 0; i < 3; ++i)
        (void)disk.sync(*file);
    EXPECT_EQ(failed, 2);
}

TEST_F(DiskTest, AFullDiskTakesWhatFitsAndStillOverwrites)
{
    const auto file = disk.create("a");
    disk.setRoom(3);
    EXPECT_EQ(disk.write(*file, 0, "abcd"), DiskResult::Full);
    EXPECT_EQ(contentOf("a"), "abc");
    EXPECT_EQ(disk.write(*file, 0, "xyz"), DiskResult::Done);
}
