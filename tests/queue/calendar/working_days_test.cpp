#include <queue/calendar/working_days.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

Date on(int year, unsigned month, unsigned day)
{
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

/// The State Council's days of autumn 2026: holidays from 25 to 27 September and 1 to 7 October; Sunday 20
/// September and Saturday 10 October are worked.
WorkingDays autumn2026()
{
    WorkingDays days;
    days.years = {std::chrono::year{2026}};
    for (const unsigned day : {25U, 26U, 27U})
        days.exceptions[on(2026, 9, day)] = false;
    for (unsigned day = 1; day <= 7; ++day)
        days.exceptions[on(2026, 10, day)] = false;
    days.exceptions[on(2026, 9, 20)] = true;
    days.exceptions[on(2026, 10, 10)] = true;
    return days;
}

TEST(WorkingDays, AreTheWeekdaysButForHolidaysAndWorkedWeekends)
{
    const WorkingDays days = autumn2026();
    EXPECT_TRUE(isWorked(days, on(2026, 9, 18))) << "a Friday";
    EXPECT_FALSE(isWorked(days, on(2026, 9, 19))) << "a Saturday";
    EXPECT_TRUE(isWorked(days, on(2026, 9, 20))) << "a Sunday that is worked";
    EXPECT_FALSE(isWorked(days, on(2026, 9, 25))) << "a Friday that is a holiday";
}

TEST(WorkingDays, BetweenTwoDatesCountTheLastAndNotTheFirst)
{
    const WorkingDays days = autumn2026();
    EXPECT_EQ(workingDaysBetween(days, on(2026, 9, 30), on(2026, 10, 12)), (WorkingDayCount{4, true}))
        << "8 and 9 October, the worked Saturday and Monday";
    EXPECT_EQ(workingDaysBetween(days, on(2026, 9, 18), on(2026, 9, 20)).days, 1);
    EXPECT_EQ(workingDaysBetween(days, on(2026, 9, 21), on(2026, 9, 21)).days, 0);
    EXPECT_EQ(workingDaysBetween(days, on(2026, 9, 21), on(2026, 9, 18)).days, 0) << "backwards";
}

TEST(WorkingDays, TheNthAfterADatePassesOverHolidays)
{
    const WorkingDays days = autumn2026();
    EXPECT_EQ(workingDayAfter(days, on(2026, 9, 30), 1), (DueDate{on(2026, 10, 8), true}));
    EXPECT_EQ(workingDayAfter(days, on(2026, 9, 30), 15), (DueDate{on(2026, 10, 27), true}));
    EXPECT_EQ(workingDayAfter(days, on(2026, 9, 19), 1), (DueDate{on(2026, 9, 20), true}))
        << "from a day that isn't worked";
    EXPECT_EQ(workingDayAfter(days, on(2026, 10, 3), 0), (DueDate{on(2026, 10, 3), true}));
}

TEST(WorkingDays, CountAndDateAgree)
{
    const WorkingDays days = autumn2026();
    for (unsigned day = 1; day <= 30; ++day)
        for (int n = 1; n <= 30; ++n) {
            const Date from = on(2026, 9, day);
            const Date due = workingDayAfter(days, from, n).value().on;
            ASSERT_TRUE(isWorked(days, due));
            ASSERT_EQ(workingDaysBetween(days, from, due).days, n) << day << " September and " << n;
        }
}

TEST(WorkingDays, OfAYearWithoutEntriesAreItsWeekdaysAndNotCertain)
{
    const WorkingDays days = autumn2026();
    EXPECT_FALSE(hasEntries(days, on(2027, 1, 1)));
    EXPECT_EQ(workingDayAfter(days, on(2026, 12, 31), 1), (DueDate{on(2027, 1, 1), false}))
        << "nobody knows yet that it is a holiday";
    EXPECT_EQ(workingDayAfter(days, on(2026, 12, 30), 1), (DueDate{on(2026, 12, 31), true}));
    EXPECT_EQ(workingDaysBetween(days, on(2026, 12, 30), on(2027, 1, 4)), (WorkingDayCount{3, false}));
}

TEST(WorkingDays, ThatNeverComeAreNotSearchedForEver)
{
    WorkingDays none;
    none.week.fill(false);
    EXPECT_EQ(workingDayAfter(none, on(2026, 9, 30), 1), std::nullopt);
    none.exceptions[on(2030, 1, 1)] = true;
    EXPECT_EQ(workingDayAfter(none, on(2026, 9, 30), 1).value().on, on(2030, 1, 1));
    EXPECT_EQ(workingDayAfter(none, on(2026, 9, 30), 2), std::nullopt);
}

} // namespace
} // namespace starqueue::queue::test
