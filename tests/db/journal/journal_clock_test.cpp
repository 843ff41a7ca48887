#include "machine.h"

#include <db/support/temp_dir.h>

#include <files/posix_files.h>

#include <gtest/gtest.h>

#include <fstream>
#include <random>

using namespace starqueue;
using namespace starqueue::db::test;
using db::ClockAnchor;

TEST(JournalClock, OfANewHallBeginsAtTheWallClock)
{
    Machine machine;
    auto clock = machine.clock();
    clock.startAfter({}, {}, {});
    EXPECT_EQ(clock.now(), kStart);
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
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
    clock.startAfter(kStart - 1ms, {}, {});
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
    machine.wall += 999ms;
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt) << "less than a second";
    machine.wall += 30s;
    EXPECT_EQ(dueOffset(clock, {}), WallOffset{30'999ms});
    EXPECT_EQ(dueOffset(clock, {30'999ms}), std::nullopt) << "it is journalled now";
    machine.wall -= 60s;
    EXPECT_EQ(dueOffset(clock, {30'999ms}), WallOffset{-29'001ms});
}

TEST(JournalClock, AStepOfMoreThanTwoMinutesIsInDoubtUntilTheClockIsRightAgain)
{
    Machine machine;
    auto clock = machine.clock();
    clock.startAfter(kStart - 1ms, {}, {});
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
    machine.wall += 121s;
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
    EXPECT_EQ(clock.doubt({})->ahead, 121s);
    machine.wall -= 121s;
    EXPECT_EQ(doubt(clock), std::nullopt);
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
    EXPECT_EQ(dueOffset(clock, {5s}), std::nullopt);
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
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt) << "1970 isn't believed";
    EXPECT_EQ(doubt(clock), time::ClockDoubt::BeforeBuild);
    EXPECT_FALSE(clock.isPlaced());
}

TEST(JournalClock, ARestartInTheSameBootBelievesNoMoreThanARunningHall)
{
    Machine machine;
    auto before = machine.clock();
    const ClockAnchor anchor = before.anchor();
    machine.pass(10s);
    machine.wall += 2h;
    auto clock = machine.clock();
    clock.startAfter(kStart, {}, anchor);
    EXPECT_EQ(clock.now(), kStart + 10s);
    EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
    EXPECT_EQ(doubt(clock), time::ClockDoubt::Stepped);
}

TEST(JournalClock, OnceTheClockIsRightAfterABootInThePastItsStepMendsAllSinceTheBoot)
{
    Machine machine;
    const ClockAnchor before = machine.clock().anchor();
    machine.wall = Instant{};
    machine.steady = 20s;
    auto first = machine.clock("boot 2");
    first.judgeBy(time::ClockSource::Rtc, plainDays());
    first.startAfter(kStart + 1h, {}, before);
    const ClockAnchor anchor = first.anchor();
    auto clock = machine.clock("boot 2");
    clock.judgeBy(time::ClockSource::Rtc, plainDays());
    clock.startAfter(kStart + 1h + 30s, {}, anchor);
    EXPECT_FALSE(clock.isPlaced()) << "a restart of the program tells no time";
    machine.wall = kStart + 15h;
    const auto step = clock.dueStep(stateAt({}, dateOf({kStart})));
    ASSERT_TRUE(step);
    EXPECT_EQ(step->ahead, 14h - 30s);
    EXPECT_EQ(step->since, kStart + 1h + 1ms);
    ASSERT_TRUE(step->day);
    EXPECT_EQ(step->day->date, dateOf({kStart})) << "the date is still right";
    EXPECT_EQ(dueOffset(clock, {step->ahead}), std::nullopt);
    EXPECT_TRUE(clock.isPlaced());
}

TEST(JournalClock, ABootManyDaysAheadGrowsByTheTimeSinceTheBootAndIsHeldThere)
{
    Machine machine;
    const ClockAnchor anchor = machine.clock().anchor();
    machine.wall += 72h;
    machine.steady = 20s;
    auto clock = machine.clock("boot 2");
    clock.judgeBy(time::ClockSource::Rtc, plainDays());
    clock.startAfter(kStart + 1h, {}, anchor);
    EXPECT_EQ(clock.now(), kStart + 1h + 20s);
    EXPECT_EQ(doubt(clock), time::ClockDoubt::ManyDays);
    machine.isSynchronised = true;
    EXPECT_EQ(dueOffset(clock, {}), WallOffset{71h - 20s});
}

TEST(JournalClock, ASynchronisedClockLeadsBackFromADateThatLiesAhead)
{
    Machine machine;
    auto clock = machine.clock();
    clock.judgeBy(time::ClockSource::Rtc, plainDays());
    machine.wall -= 72h;
    EXPECT_EQ(doubt(clock), time::ClockDoubt::Stepped);
    machine.isSynchronised = true;
    const auto step = clock.dueStep(stateAt({}, dateOf({kStart})));
    ASSERT_TRUE(step && step->day);
    EXPECT_EQ(step->day->date, dateOf({kStart - 72h}));
}

TEST(JournalClock, WhatSomebodyConfirmsHoldsUntilTheMachineIsRebooted)
{
    Machine machine;
    auto clock = machine.clock();
    machine.wall = Instant{};
    auto step = clock.stepTo({kStart + 5h}, stateAt({}));
    EXPECT_EQ(step.ahead, 5h);
    EXPECT_TRUE(step.isConfirmed);
    clock.confirmed();
    EXPECT_EQ(dueOffset(clock, {5h}), std::nullopt);
    EXPECT_EQ(doubt(clock, {5h}), time::ClockDoubt::BeforeBuild) << "the machine is still wrong";
    machine.wall = kStart + 5h + 90s;
    EXPECT_EQ(doubt(clock, {5h}), std::nullopt);
    step = clock.stepTo({kStart + 5h}, stateAt({5h}));
    EXPECT_EQ(step.ahead, 5h + 90s) << "the machine's clock is more exact than somebody's";
}

TEST(ClockAnchorFile, GivesBackTheLastAnchorAndNoDamagedOne)
{
    const db::test::TempDir dir;
    db::ClockAnchorFile file(dir.path(), files::posix());
    EXPECT_EQ(file.read(), std::nullopt);
    file.write({"boot 1", 5s, kStart});
    EXPECT_EQ(file.read(), std::nullopt) << "an id with a space isn't the kernel's";
    const ClockAnchor anchor{"7b1e", 12'345'678ms, kStart + 1ms, kStart, false, true};
    file.write({"7b1e-and-longer-than-the-next", 99'999'999'999ms, kStart});
    file.write(anchor);
    EXPECT_EQ(file.read(), anchor);
    std::fstream(dir.path() / "clock", std::ios::in | std::ios::out) << "7b1f";
    EXPECT_EQ(file.read(), std::nullopt);
    ClockAnchor marked = anchor;
    marked.mark = db::BootMark{{kStart - 1h}, {kStart + 7h}, kStart};
    file.write(marked);
    EXPECT_EQ(file.read(), marked);
}
