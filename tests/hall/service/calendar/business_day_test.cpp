#include <hall/service/calendar/business_day.h>

#include <gtest/gtest.h>

namespace starqueue::hall {

namespace {

using namespace std::chrono_literals;

constexpr auto kNovember22 = std::chrono::year{2026} / 11 / 22;
constexpr auto kNovember23 = std::chrono::year{2026} / 11 / 23;

time::HallZone shanghai()
{
    return time::HallZone::named("Asia/Shanghai").value();
}

/// What the clock in Shanghai shows, eight hours before UTC.
time::WallTime inShanghai(Date date, Millis sinceMidnight)
{
    return time::WallTime{std::chrono::sys_days{date}} + (sinceMidnight - 8h);
}

queue::Command due(const queue::State& state, time::WallTime now)
{
    const auto hoursOf = [](Date, time::WallOffset) { return std::make_shared<const queue::DayHours>(); };
    return dueCommand({state, now.utc, 1}, shanghai(), 5h, std::make_shared<const queue::Rules>(), hoursOf);
}

queue::State stateOf(std::optional<Date> date, bool dayOpen)
{
    queue::State state;
    state.date = date;
    state.dayOpen = dayOpen;
    if (date)
        state.rules = std::make_shared<const queue::Rules>();
    return state;
}

} // namespace

TEST(BusinessDay, ChangesAtFiveOnTheHallsClockAndNotAtMidnight)
{
    const auto dateAt = [](Date date, Millis time) {
        return businessDate(shanghai(), 5h, inShanghai(date, time));
    };
    EXPECT_EQ(dateAt(kNovember23, 0ms), Date{kNovember22});
    EXPECT_EQ(dateAt(kNovember23, 5h - 1ms), Date{kNovember22});
    EXPECT_EQ(dateAt(kNovember23, 5h), Date{kNovember23});
    EXPECT_EQ(dateAt(kNovember23, 24h - 1ms), Date{kNovember23});
}

TEST(BusinessDay, OfAHallThatStartsAtMidnightIsTheDate)
{
    EXPECT_EQ(businessDate(shanghai(), 0h, inShanghai(kNovember23, 0ms)), Date{kNovember23});
    EXPECT_EQ(businessDate(shanghai(), 0h, inShanghai(kNovember23, -1ms)), Date{kNovember22});
}

TEST(DueCommand, OpensTheFirstDayWithTheRulesOfTheSettings)
{
    const auto command = due({}, inShanghai(kNovember22, 12h));
    const auto* open = std::get_if<queue::OpenDay>(&command);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->date, Date{kNovember22});
    EXPECT_TRUE(open->rules);
    EXPECT_TRUE(open->hours) << "a day never opens without its hours";
}

TEST(DueCommand, ClosesYesterdayBeforeItOpensToday)
{
    const auto morning = inShanghai(kNovember23, 5h);
    EXPECT_TRUE(std::holds_alternative<queue::CloseDay>(due(stateOf(kNovember22, true), morning)));
    const auto command = due(stateOf(kNovember22, false), morning);
    const auto* open = std::get_if<queue::OpenDay>(&command);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->date, Date{kNovember23});
    EXPECT_FALSE(open->rules) << "rules that are in force stay";
}

TEST(DueCommand, LeavesTheDayAloneUntilFive)
{
    const auto night = inShanghai(kNovember23, 5h - 1ms);
    EXPECT_TRUE(std::holds_alternative<queue::Tick>(due(stateOf(kNovember22, true), night)));
}

TEST(DueCommand, DoesNotReopenADayThatSomebodyClosed)
{
    const auto evening = inShanghai(kNovember22, 18h);
    EXPECT_TRUE(std::holds_alternative<queue::Tick>(due(stateOf(kNovember22, false), evening)));
}

TEST(DueCommand, WaitsForADayThatWasOpenedAhead)
{
    const auto evening = inShanghai(kNovember22, 18h);
    EXPECT_TRUE(std::holds_alternative<queue::Tick>(due(stateOf(kNovember23, true), evening)));
}

} // namespace starqueue::hall
