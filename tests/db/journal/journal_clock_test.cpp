#include <db/journal/journal_clock.h>

#include <gtest/gtest.h>

#include <random>

using namespace starqueue;
using namespace std::chrono_literals;

namespace {

constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

/// A machine whose two clocks a test moves as it likes.
struct Machine
{
    Instant wall = kStart;
    Millis steady{5'000};

    db::JournalClock clock{[this] { return wall; }, [this] { return steady; }};

    void pass(Millis time)
    {
        wall += time;
        steady += time;
    }
};

} // namespace

TEST(JournalClock, StartsAtTheWallClockWhenTheJournalIsOlder)
{
    Machine machine;
    machine.clock.startAfter(kStart - 1h);
    EXPECT_EQ(machine.clock.now(), kStart);
}

TEST(JournalClock, StartsAtTheLastJournalInstantWhenTheWallClockIsBehindIt)
{
    Machine machine;
    machine.clock.startAfter(kStart + 1h);
    EXPECT_EQ(machine.clock.now(), kStart + 1h);
}

TEST(JournalClock, AJumpForwardMovesJournalTimeByTheSlewOnly)
{
    Machine machine;
    machine.clock.startAfter(Instant{});
    machine.wall += 1h;
    machine.pass(10s);
    EXPECT_EQ(machine.clock.now(), kStart + 10s + 5ms);
}

TEST(JournalClock, AJumpBackSlowsJournalTimeButNeverTurnsIt)
{
    Machine machine;
    machine.clock.startAfter(Instant{});
    machine.wall -= 1h;
    machine.pass(10s);
    EXPECT_EQ(machine.clock.now(), kStart + 10s - 5ms);
}

TEST(JournalClock, ManySmallStepsSlewAsMuchAsALargeOne)
{
    Machine machine;
    machine.clock.startAfter(Instant{});
    machine.wall += 1h;
    for (int i = 0; i < 10'000; ++i) {
        machine.pass(1ms);
        static_cast<void>(machine.clock.now());
    }
    EXPECT_EQ(machine.clock.now(), kStart + 10s + 5ms);
}

TEST(JournalClock, MeetsTheWallClockAndStaysWithIt)
{
    Machine machine;
    machine.clock.startAfter(Instant{});
    machine.wall += 900ms;
    machine.pass(1h);
    EXPECT_EQ(machine.clock.now(), machine.wall);
    machine.pass(1h);
    EXPECT_EQ(machine.clock.now(), machine.wall);
}

TEST(JournalClock, NeverGoesBackWhateverTheClocksDo)
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random{seed};
        Machine machine;
        machine.clock.startAfter(kStart);
        Instant last = machine.clock.now();
        for (int i = 0; i < 500; ++i) {
            machine.steady += Millis{std::uniform_int_distribution<>{0, 2000}(random)};
            machine.wall += Millis{std::uniform_int_distribution<>{-5'000'000, 5'000'000}(random)};
            const Instant now = machine.clock.now();
            ASSERT_GE(now, last);
            last = now;
        }
    }
}

TEST(JournalClock, TellsAnOffsetAboveASecondOnceAndAgainWhenItHasMovedByAnother)
{
    Machine machine;
    machine.clock.startAfter(Instant{});
    EXPECT_EQ(machine.clock.newOffset(), std::nullopt);
    machine.wall += 1000ms;
    EXPECT_EQ(machine.clock.newOffset(), std::nullopt);
    machine.wall += 500ms;
    EXPECT_EQ(machine.clock.newOffset(), 1500ms);
    EXPECT_EQ(machine.clock.newOffset(), std::nullopt);
    machine.wall += 1s;
    EXPECT_EQ(machine.clock.newOffset(), 2500ms);
    machine.wall -= 2500ms;
    EXPECT_EQ(machine.clock.newOffset(), std::nullopt);
    machine.wall -= 2s;
    EXPECT_EQ(machine.clock.newOffset(), -2s);
}
