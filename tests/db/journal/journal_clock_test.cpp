#include <db/journal/journal_clock.h>

#include <db/support/temp_dir.h>

#include <gtest/gtest.h>

#include <fstream>
#include <random>

using namespace starqueue;
using namespace std::chrono_literals;
using db::ClockAnchor;
using time::WallOffset;

namespace {

constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

/// A machine whose two clocks a test moves as it likes.
struct Machine
{
    Instant wall = kStart;
    Millis steady{5'000};

    [[nodiscard]] db::JournalClock clock(const std::string& boot = "boot 1")
    {
        return db::JournalClock{{[this] { return wall; }, [this] { return steady; }, boot}};
    }
    void pass(Millis time)
    {
        wall += time;
        steady += time;
    }
};

} // namespace

TEST(JournalClock, OfANewHallBeginsAtTheWallClock)
{
    Machine machine;
    auto clock = machine.clock();
    clock.startAfter({}, {}, {});
    EXPECT_EQ(clock.now(), kStart);
    EXPECT_EQ(clock.newOffset({}), std::nullopt);
}

TEST(JournalClock, FollowsTheSteadyClockWhateverTheWallClockDoes)
{
    Machine machine;
    auto clock = machine.clock();
    machine.wall -= 1h;
    machine.pass(10s);
    EXPECT_EQ(clock.now(), kStart + 10s);
    machine.wall += 3h;
    machine.pass(10s);
    EXPECT_EQ(clock.now(), kStart + 20s);
}

TEST(JournalClock, NeverGoesBackWhateverTheClocksDo)
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random{seed};
        Machine machine;
        auto clock = machine.clock();
        Instant last = clock.now();
        for (int i = 0; i < 500; ++i) {
            machine.steady += Millis{std::uniform_int_distribution<>{-100, 2000}(random)};
            machine.wall += Millis{std::uniform_int_distribution<>{-5'000'000, 5'000'000}(random)};
            const Instant now = clock.now();
            ASSERT_GE(now, last);
            last = now;
        }
    }
}

TEST(JournalClock, AStepOfTheWallClockBecomesTheOffsetInEitherDirection)
{
    Machine machine;
    auto clock = machine.clock();
    clock.startAfter(kStart, {}, {});
    EXPECT_EQ(clock.newOffset({}), std::nullopt);
    machine.wall += 999ms;
    EXPECT_EQ(clock.newOffset({}), std::nullopt) << "less than a second";
    machine.wall += 30s;
    EXPECT_EQ(clock.newOffset({}), WallOffset{30'999ms});
    EXPECT_EQ(clock.newOffset({30'999ms}), std::nullopt) << "it is journalled now";
    machine.wall -= 60s;
    EXPECT_EQ(clock.newOffset({30'999ms}), WallOffset{-29'001ms});
}

TEST(JournalClock, AStepOfMoreThanTwoMinutesIsInDoubtUntilTheClockIsRightAgain)
{
    Machine machine;
    auto clock = machine.clock();
    clock.startAfter(kStart, {}, {});
    EXPECT_EQ(clock.newOffset({}), std::nullopt);
    machine.wall += 121s;
    EXPECT_EQ(clock.newOffset({}), std::nullopt);
    EXPECT_EQ(clock.doubt({}), 121s);
    machine.wall -= 121s;
    EXPECT_EQ(clock.doubt({}), std::nullopt);
}

TEST(JournalClock, ARestartInTheSameBootGrowsByTheSteadyClock)
{
    Machine machine;
    const ClockAnchor anchor = machine.clock().anchor();
    machine.pass(40s);
    machine.wall -= 1h;
    auto clock = machine.clock();
    clock.startAfter(kStart + 1s, {}, anchor);
    EXPECT_EQ(clock.now(), kStart + 40s) << "the wall clock stood back, the downtime isn't lost";
}

TEST(JournalClock, ARestartAfterABootGrowsByTheDifferenceOfWallClocks)
{
    Machine machine;
    const ClockAnchor anchor = machine.clock().anchor();
    machine.pass(3h);
    machine.steady = 20s;
    auto clock = machine.clock("boot 2");
    clock.startAfter(kStart + 1h, {5s}, anchor);
    EXPECT_EQ(clock.now(), kStart + 3h - 5s);
    EXPECT_EQ(clock.newOffset({5s}), std::nullopt);
}

TEST(JournalClock, ABootWithTheWallClockBehindGrowsByTheTimeSinceTheBoot)
{
    Machine machine;
    const ClockAnchor anchor = machine.clock().anchor();
    machine.wall = Instant{};
    machine.steady = 20s;
    auto clock = machine.clock("boot 2");
    clock.startAfter(kStart + 1h, {}, anchor);
    EXPECT_EQ(clock.now(), kStart + 1h + 20s);
    EXPECT_EQ(clock.newOffset({}), std::nullopt) << "1970 isn't believed";
    EXPECT_TRUE(clock.doubt({}));
}

TEST(JournalClock, AtAStartAnyStepForwardIsFollowedOnce)
{
    Machine machine;
    const ClockAnchor anchor = machine.clock().anchor();
    machine.pass(10s);
    machine.wall += 2h;
    auto clock = machine.clock();
    clock.startAfter(kStart, {}, anchor);
    EXPECT_EQ(clock.newOffset({}), WallOffset{2h});
    EXPECT_EQ(clock.doubt({}), std::nullopt) << "it is believed, only not journalled yet";
    EXPECT_EQ(clock.newOffset({2h}), std::nullopt);
    machine.wall += 2h;
    EXPECT_EQ(clock.newOffset({2h}), std::nullopt);
}

TEST(ClockAnchorFile, GivesBackTheLastAnchorAndNoDamagedOne)
{
    const db::test::TempDir dir;
    const db::ClockAnchorFile file(dir.path(), files::posix());
    EXPECT_EQ(file.read(), std::nullopt);
    file.write({"boot 1", 5s, kStart});
    EXPECT_EQ(file.read(), std::nullopt) << "an id with a space isn't the kernel's";
    const ClockAnchor anchor{"7b1e", 12'345'678ms, kStart + 1ms};
    file.write({"7b1e-and-longer-than-the-next", 99'999'999'999ms, kStart});
    file.write(anchor);
    EXPECT_EQ(file.read(), anchor);
    std::fstream(dir.path() / "clock", std::ios::in | std::ios::out) << "7b1f";
    EXPECT_EQ(file.read(), std::nullopt);
}
