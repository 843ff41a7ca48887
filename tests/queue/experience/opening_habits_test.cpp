#include <queue/experience/opening_habits.h>
#include <queue/support/hall_fixture.h>

#include <gtest/gtest.h>

#include <set>

namespace starqueue::queue::test {
namespace {

constexpr std::chrono::sys_days kFirstDay{std::chrono::year{2026} / std::chrono::September / 7};
constexpr std::size_t kWays = 60;

Minutes clockAt(int hour, int minute = 0)
{
    return Minutes{hour * 60 + minute};
}

Date dayNumber(int day)
{
    return Date{kFirstDay + std::chrono::days{day}};
}

/// The small hall on some day; counters are named by their places.
struct OpeningHabitsTest : testing::Test
{
    Rules rules = smallHall();
    OpeningHabits habits;
    DayKinds kinds = weekdayOf;
    std::vector<PlannedSpan> plan;
    DayHoursPtr hours;
    std::vector<CounterIx> open;

    void change(int day, Minutes when, CounterIx counter, CounterState to)
    {
        habits.changed(dayNumber(day), when, rules.counters[counter.value].id, to);
    }
    void openFrom(int day, CounterIx counter, Minutes from, Minutes until)
    {
        change(day, from, counter, CounterState::Open);
        change(day, until, counter, CounterState::Closed);
    }
    [[nodiscard]] static Instant instant(int day, Minutes when)
    {
        return Instant{kFirstDay + std::chrono::days{day}} + when;
    }
    [[nodiscard]] Openings openings(int day, Minutes when)
    {
        const PresentHall hall{rules, dayNumber(day), when, instant(day, when), open, hours};
        return habits.openings(hall, kinds, plan, kWays, 1);
    }
    /// In how many ways `counter` is at work then, of kWays.
    static std::size_t waysWith(const Openings& openings, CounterIx counter, Instant when)
    {
        return static_cast<std::size_t>(std::ranges::count_if(openings, [&](const std::vector<Shift>& way) {
            return std::ranges::any_of(way, [&](const Shift& shift) {
                return shift.counter == counter && shift.from <= when && when < shift.until;
            });
        }));
    }
    static std::size_t countersAt(const std::vector<Shift>& way, Instant when)
    {
        std::set<std::uint16_t> there;
        for (const Shift& shift : way)
            if (shift.from <= when && when < shift.until)
                there.insert(shift.counter.value);
        return there.size();
    }
};

TEST_F(OpeningHabitsTest, NothingIsForeseenWithoutAPastDayOrAPlan)
{
    EXPECT_TRUE(openings(0, clockAt(8, 30)).empty());
    change(0, clockAt(8), kFirst, CounterState::Open);
    EXPECT_TRUE(openings(0, clockAt(8, 30)).empty()) << "today is no past day";
    plan = {{clockAt(9), clockAt(12), 2}};
    EXPECT_EQ(openings(0, clockAt(8, 30)).size(), kWays);
}

TEST_F(OpeningHabitsTest, ACounterComesWhenItDidOnPastDays)
{
    for (int day = 0; day < 5; ++day)
        openFrom(day, kFirst, clockAt(9, day), clockAt(17));
    const Openings ways = openings(7, clockAt(8, 30));
    std::set<Instant> begins;
    for (const auto& way : ways) {
        ASSERT_EQ(way.size(), 1U) << "no other counter ever opened";
        begins.insert(way[0].from);
    }
    EXPECT_EQ(*begins.begin(), instant(7, clockAt(9)));
    EXPECT_EQ(*begins.rbegin(), instant(7, clockAt(9, 4)));
    EXPECT_EQ(begins.size(), 5U) << "every day is drawn";
}

TEST_F(OpeningHabitsTest, DaysOfTodaysKindCountMost)
{
    for (int day = 0; day < 28; ++day)
        openFrom(day, kFirst, weekdayOf(dayNumber(day)) == DayKind::Sat ? clockAt(10) : clockAt(9),
                 clockAt(17));
    const std::size_t early = waysWith(openings(33, clockAt(8, 30)), kFirst, instant(33, clockAt(9, 30)));
    EXPECT_LT(early, kWays / 2) << "four Saturdays, and all days as two more";
    EXPECT_GT(early, 0U);
    kinds = [](Date date) { return date == dayNumber(33) ? DayKind::Fri : weekdayOf(date); };
    EXPECT_GT(waysWith(openings(33, clockAt(8, 30)), kFirst, instant(33, clockAt(9, 30))), kWays * 3 / 4)
        << "a worked Saturday";
}

TEST_F(OpeningHabitsTest, ACounterThatIsOverdueMayStillCome)
{
    for (int day = 0; day < 5; ++day)
        openFrom(day, kFirst, clockAt(9, day), clockAt(17));
    const auto coming = [this](Minutes now) {
        const Openings ways = openings(7, now);
        return std::ranges::count_if(ways, [](const std::vector<Shift>& way) { return !way.empty(); });
    };
    EXPECT_GT(coming(clockAt(9, 5)), std::ptrdiff_t{kWays * 3 / 4}) << "it came on every day";
    EXPECT_GT(coming(clockAt(9, 30)), std::ptrdiff_t{kWays / 2});
    EXPECT_LT(coming(clockAt(11)), std::ptrdiff_t{kWays / 4}) << "ill, it seems";
    for (const auto& way : openings(7, clockAt(9, 30)))
        EXPECT_TRUE(way.empty() || way[0].from >= instant(7, clockAt(9, 30)));
}

TEST_F(OpeningHabitsTest, AnOpenCounterGoesForLunchAsOnOtherDays)
{
    for (int day = 0; day < 5; ++day) {
        change(day, clockAt(9), kFirst, CounterState::Open);
        change(day, clockAt(12, day), kFirst, CounterState::Paused);
        change(day, clockAt(12, 45), kFirst, CounterState::Open);
        change(day, clockAt(17), kFirst, CounterState::Closed);
    }
    change(7, clockAt(9), kFirst, CounterState::Open);
    open = {kFirst};
    const Openings ways = openings(7, clockAt(11, 30));
    EXPECT_EQ(waysWith(ways, kFirst, instant(7, clockAt(11, 50))), kWays);
    EXPECT_EQ(waysWith(ways, kFirst, instant(7, clockAt(12, 30))), 0U);
    EXPECT_EQ(waysWith(ways, kFirst, instant(7, clockAt(13))), kWays);
}

TEST_F(OpeningHabitsTest, WhoHasEatenDoesNotGoAgain)
{
    for (int day = 0; day < 8; ++day) {
        const Minutes leaves = day % 2 == 0 ? clockAt(11, 30) : clockAt(12, 30);
        change(day, clockAt(9), kFirst, CounterState::Open);
        change(day, leaves, kFirst, CounterState::Paused);
        change(day, leaves + clockAt(0, 45), kFirst, CounterState::Open);
        change(day, clockAt(17), kFirst, CounterState::Closed);
    }
    change(9, clockAt(9), kFirst, CounterState::Open);
    change(9, clockAt(11, 30), kFirst, CounterState::Paused);
    change(9, clockAt(12, 15), kFirst, CounterState::Open);
    open = {kFirst};
    EXPECT_EQ(waysWith(openings(9, clockAt(12, 20)), kFirst, instant(9, clockAt(12, 45))), kWays);
}

TEST_F(OpeningHabitsTest, APausedCounterComesBackAsFromPausesThatLastedAsLong)
{
    kinds = [](Date) { return DayKind::Mon; };
    for (int day = 0; day < 6; ++day) {
        change(day, clockAt(9), kFirst, CounterState::Open);
        change(day, clockAt(10), kFirst, CounterState::Paused);
        change(day, clockAt(10, day % 2 == 0 ? 5 : 20), kFirst, CounterState::Open);
        change(day, clockAt(17), kFirst, CounterState::Closed);
    }
    change(7, clockAt(9), kFirst, CounterState::Open);
    change(7, clockAt(10, 1), kFirst, CounterState::Paused);
    const std::size_t soon = waysWith(openings(7, clockAt(10, 2)), kFirst, instant(7, clockAt(10, 7)));
    EXPECT_GT(soon, kWays / 4);
    EXPECT_LT(soon, kWays * 3 / 4);
    const Openings later = openings(7, clockAt(10, 11));
    EXPECT_EQ(waysWith(later, kFirst, instant(7, clockAt(10, 20))), 0U) << "it isn't one of the short pauses";
    EXPECT_EQ(waysWith(later, kFirst, instant(7, clockAt(10, 21))), kWays);
}

TEST_F(OpeningHabitsTest, HowLongAnAbsenceLastsIsLearnedFromAllKindsOfDays)
{
    kinds = [](Date date) {
        return date == dayNumber(0) || date == dayNumber(9) ? DayKind::Mon : DayKind::Tue;
    };
    for (int day = 0; day < 9; ++day) {
        change(day, clockAt(9), kFirst, CounterState::Open);
        change(day, clockAt(12), kFirst, CounterState::Paused);
        change(day, clockAt(12, day == 0 ? 20 : 45), kFirst, CounterState::Open);
        change(day, clockAt(17), kFirst, CounterState::Closed);
    }
    change(9, clockAt(9), kFirst, CounterState::Open);
    change(9, clockAt(12), kFirst, CounterState::Paused);
    const std::size_t soon = waysWith(openings(9, clockAt(12, 5)), kFirst, instant(9, clockAt(12, 30)));
    EXPECT_LT(soon, kWays / 3) << "it was one of nine, on the only day of this kind";
}

TEST_F(OpeningHabitsTest, NobodyComesBeforeTheHallOpensOrAfterItCloses)
{
    for (int day = 0; day < 5; ++day) {
        openFrom(day, kFirst, clockAt(9), clockAt(17));
        openFrom(day, kSecond, clockAt(13), clockAt(17));
    }
    hours = std::make_shared<DayHours>(
        DayHours{instant(7, clockAt(5)),
                 OpenTimes{{instant(7, clockAt(10)), instant(7, clockAt(12)), instant(7, clockAt(12))}},
                 {}});
    for (const auto& way : openings(7, clockAt(8, 30))) {
        ASSERT_EQ(way.size(), 1U);
        EXPECT_EQ(way[0].counter, kFirst);
        EXPECT_EQ(way[0].from, instant(7, clockAt(10)));
    }
}

TEST_F(OpeningHabitsTest, WhoClosesWithTheHallServesWhoeverWaits)
{
    for (int day = 0; day < 5; ++day) {
        openFrom(day, kFirst, clockAt(9), clockAt(12));
        openFrom(day, kSecond, clockAt(9), clockAt(16, 45));
        openFrom(day, kStars, clockAt(9), clockAt(17));
    }
    for (const auto& way : openings(7, clockAt(8, 30))) {
        ASSERT_EQ(way.size(), 3U);
        EXPECT_FALSE(way[0].servesAll);
        EXPECT_TRUE(way[1].servesAll && way[2].servesAll);
    }
}

TEST_F(OpeningHabitsTest, ThePlanAloneGivesItsCounts)
{
    plan = {{clockAt(9), clockAt(12), 2}, {clockAt(12), clockAt(13), 1}, {clockAt(13), clockAt(17), 3}};
    const Openings ways = openings(0, clockAt(8, 30));
    for (const auto& [when, planned] :
         {std::pair{clockAt(8, 59), 0U}, {clockAt(11, 59), 2U}, {clockAt(12, 30), 1U}, {clockAt(16), 3U}}) {
        std::size_t asPlanned = 0;
        for (const auto& way : ways) {
            EXPECT_LE(countersAt(way, instant(0, when)), planned);
            asPlanned += countersAt(way, instant(0, when)) == planned ? 1 : 0;
        }
        EXPECT_GT(asPlanned, kWays * 2 / 3) << "now and then one is missing";
    }
}

TEST_F(OpeningHabitsTest, APlanThatNobodyKeptTodaySaysNothingOfTheRestOfTheDay)
{
    plan = {{clockAt(9), clockAt(12), 2}, {clockAt(12), clockAt(17), 1}};
    EXPECT_FALSE(openings(0, clockAt(9, 29)).empty()) << "somebody is late";
    EXPECT_TRUE(openings(0, clockAt(9, 30)).empty()) << "nobody knows when one opens";
    EXPECT_TRUE(openings(0, clockAt(11)).empty());
    openFrom(0, kFirst, clockAt(9, 5), clockAt(10));
    EXPECT_FALSE(openings(0, clockAt(11)).empty()) << "it was kept for an hour";
}

TEST_F(OpeningHabitsTest, WhoIsLateByThePlanComesWithinMinutesOrHardlyAtAll)
{
    plan = {{clockAt(9), clockAt(12), 1}};
    const auto comes = [this](Minutes now, Minutes when) {
        return std::ranges::count_if(
            openings(0, now), [when](const auto& way) { return countersAt(way, instant(0, when)) == 1; });
    };
    EXPECT_GT(comes(clockAt(9, 1), clockAt(9, 6)), std::ptrdiff_t{kWays * 2 / 3});
    EXPECT_LT(comes(clockAt(9, 7), clockAt(9, 12)), std::ptrdiff_t{kWays / 3});
}

TEST_F(OpeningHabitsTest, WhereThePlanDiffersFromTheHabitItHolds)
{
    for (int day = 0; day < 5; ++day) {
        openFrom(day, kFirst, clockAt(9), clockAt(17));
        openFrom(day, kSecond, clockAt(9), clockAt(17));
    }
    plan = {{clockAt(9), clockAt(12), 2}, {clockAt(12), clockAt(13), 1}, {clockAt(13), clockAt(17), 3}};
    std::size_t late = 0;
    for (const auto& way : openings(7, clockAt(8, 30))) {
        EXPECT_EQ(countersAt(way, instant(7, clockAt(10))), 2U);
        EXPECT_EQ(countersAt(way, instant(7, clockAt(12, 30))), 1U);
        late += countersAt(way, instant(7, clockAt(15))) == 3U ? 1 : 0;
    }
    EXPECT_GT(late, kWays * 9 / 10);
}

TEST_F(OpeningHabitsTest, WhoIsHereIsNotSentAwayByThePlanOfNow)
{
    change(0, clockAt(9), kFirst, CounterState::Open);
    change(0, clockAt(9), kSecond, CounterState::Open);
    open = {kFirst, kSecond};
    plan = {{clockAt(9), clockAt(12), 1}};
    for (const auto& way : openings(0, clockAt(10)))
        EXPECT_EQ(countersAt(way, instant(0, clockAt(11))), 2U);
}

TEST_F(OpeningHabitsTest, ForgottenDaysTeachNothing)
{
    openFrom(0, kFirst, clockAt(9), clockAt(17));
    habits.forgetBefore(dayNumber(1));
    EXPECT_TRUE(openings(7, clockAt(8, 30)).empty());
}

TEST_F(OpeningHabitsTest, TheSameSeedGivesTheSameWays)
{
    for (int day = 0; day < 5; ++day)
        openFrom(day, kFirst, clockAt(9, day), clockAt(17));
    plan = {{clockAt(9), clockAt(12), 2}};
    EXPECT_EQ(openings(7, clockAt(8, 30)), openings(7, clockAt(8, 30)));
}

} // namespace
} // namespace starqueue::queue::test
