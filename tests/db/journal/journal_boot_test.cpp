#include "machine.h"

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::db::test;
using db::ClockAnchor;

TEST(JournalClock, AClockThatIsMendedSoonAfterABootIsJudgedAsTheBootWas)
{
    Machine machine;
    const ClockAnchor before = machine.clock().anchor();
    machine.pass(1h);
    machine.steady = 20s;
    machine.wall += 8h; // a battery clock in local time
    auto first = machine.clock("boot 2");
    first.judgeBy(time::ClockSource::Rtc, plainDays());
    first.startAfter(kStart + 30min, {}, before);
    EXPECT_EQ(dueOffset(first, {}), std::nullopt);
    EXPECT_TRUE(first.isPlaced());
    machine.pass(9min);
    auto clock = machine.clock("boot 2"); // another start of the program in between
    clock.judgeBy(time::ClockSource::Rtc, plainDays());
    clock.startAfter(kStart + 9h + 9min, {}, first.anchor());
    machine.wall -= 9h;
    EXPECT_EQ(doubt(clock), time::ClockDoubt::Stepped) << "before what was journalled before the boot";
    machine.wall += 1h;
    EXPECT_EQ(dueOffset(clock, {}), WallOffset{-8h});
}

TEST(JournalClock, AClockThatStepsLongAfterABootIsInDoubt)
{
    for (const bool isConfirmed : {false, true}) {
        Machine machine;
        const ClockAnchor before = machine.clock().anchor();
        machine.pass(10h);
        auto clock = machine.clock("boot 2");
        clock.startAfter(kStart + 1h, {}, before);
        if (isConfirmed)
            clock.confirmed();
        else
            machine.pass(10min + 1s);
        EXPECT_EQ(dueOffset(clock, {}), std::nullopt);
        machine.wall -= 8h;
        EXPECT_EQ(doubt(clock), time::ClockDoubt::Stepped) << isConfirmed;
    }
}
