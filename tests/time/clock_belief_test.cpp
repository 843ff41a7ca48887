#include <time/clock_belief.h>

#include <gtest/gtest.h>

namespace starqueue::time {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using Doubt = std::optional<ClockDoubt>;

constexpr WallTime kBuilt{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1}};
constexpr WallTime kLast{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 2h};

int daysBetween(WallTime from, WallTime to)
{
    return static_cast<int>((std::chrono::floor<days>(to.utc) - std::chrono::floor<days>(from.utc)).count());
}

Doubt atStart(WallTime machine, ClockSource source = ClockSource::Rtc)
{
    return ClockBelief{source, kBuilt, daysBetween}.doubt({machine, kLast});
}

Doubt running(WallTime machine, ClockSource source = ClockSource::Rtc)
{
    return ClockBelief{source, kBuilt, daysBetween}.doubt({machine, kLast, false, true});
}

} // namespace

TEST(ClockBelief, AtAStartTakesATimeOfTheSameDayAndOfTheNext)
{
    EXPECT_EQ(atStart(kLast), std::nullopt);
    EXPECT_EQ(atStart(kLast + 10h), std::nullopt);
    EXPECT_EQ(atStart(kLast + 24h), std::nullopt);
    EXPECT_EQ(atStart(kLast + 48h), ClockDoubt::ManyDays);
}

TEST(ClockBelief, AtAStartTakesNoTimeBeforeTheLastInstant)
{
    EXPECT_EQ(atStart(kLast - 2min), std::nullopt) << "a battery clock is a little off";
    EXPECT_EQ(atStart(kLast - 3min), ClockDoubt::BeforeLast);
    EXPECT_EQ(atStart({}), ClockDoubt::BeforeBuild);
}

TEST(ClockBelief, AtAStartTakesSixteenDaysOfAClosedHallAndNoMore)
{
    const ClockBelief closed{ClockSource::Rtc, kBuilt, [](WallTime, WallTime) { return 0; }};
    EXPECT_EQ(closed.doubt({kLast + days{16}, kLast}), std::nullopt);
    EXPECT_EQ(closed.doubt({kLast + days{16} + 1ms, kLast}), ClockDoubt::TooFarAhead);
}

TEST(ClockBelief, WhileRunningTakesTwoMinutesEitherWayAndNoMore)
{
    for (const int way : {-1, 1}) {
        EXPECT_EQ(running(kLast + way * 2min), std::nullopt);
        EXPECT_EQ(running(kLast + way * (2min + 1ms)), ClockDoubt::Stepped);
    }
}

TEST(ClockBelief, SoonAfterABootTakesWhatLiesBetweenTheLastInstantAndWhatTheMachineShowedFirst)
{
    const ClockBelief belief{ClockSource::Rtc, kBuilt, daysBetween};
    const auto mended = [&](WallTime machine) {
        return belief.doubt({machine, kLast + 5h, false, true, false, BootSpan{kLast, kLast + 8h}});
    };
    EXPECT_EQ(mended(kLast), std::nullopt);
    EXPECT_EQ(mended(kLast + 8h), std::nullopt) << "it was right at first, and then set wrong";
    EXPECT_EQ(mended(kLast - 1ms), ClockDoubt::Stepped);
    EXPECT_EQ(mended(kLast + 8h + 3min), ClockDoubt::Stepped);
}

TEST(ClockBelief, ByNtpTakesNothingThatIsNotSynchronised)
{
    EXPECT_EQ(atStart(kLast + 1min, ClockSource::Ntp), ClockDoubt::NotSynchronised);
    EXPECT_EQ(running(kLast, ClockSource::Ntp), ClockDoubt::NotSynchronised);
}

TEST(ClockBelief, TakesASynchronisedClockUnlessItIsBeforeTheBuild)
{
    for (const ClockSource source : {ClockSource::Rtc, ClockSource::Ntp}) {
        const ClockBelief belief{source, kBuilt, daysBetween};
        for (const WallTime machine : {kBuilt, kLast - 5h, kLast + days{400}})
            EXPECT_EQ(belief.doubt({machine, kLast, true, true}), std::nullopt);
        EXPECT_EQ(belief.doubt({kBuilt - 1ms, kLast, true, true}), ClockDoubt::BeforeBuild);
    }
}

TEST(ClockBelief, TakesAClockThatAgreesWithWhatSomebodyConfirmed)
{
    const ClockBelief belief{ClockSource::Ntp, kBuilt, daysBetween};
    EXPECT_EQ(belief.doubt({kLast + 2min, kLast, false, true, true}), std::nullopt);
    EXPECT_TRUE(belief.doubt({kLast + 3min, kLast, false, true, true}));
}

TEST(ClockBelief, MeasuresNothingByAHallsTimeFromBeforeTheBuild)
{
    EXPECT_EQ((ClockBelief{ClockSource::Rtc, kBuilt, daysBetween}.doubt({kLast, {}})), std::nullopt);
}

} // namespace starqueue::time
