#include <queue/experience/experience.h>
#include <queue/support/hall_fixture.h>

#include <gtest/gtest.h>

namespace starqueue::queue::test {
namespace {

constexpr std::chrono::sys_days kMonday{std::chrono::year{2026} / std::chrono::September / 7};
constexpr Minutes kTen{600};

/// Four weeks: many at ten on each day from Monday to Friday, few on Saturdays.
Experience fourWeeks()
{
    Experience experience;
    for (int day = 0; day < 28; ++day) {
        const Date date{kMonday + std::chrono::days{day}};
        const DayKind kind = weekdayOf(date);
        const int customers = kind == DayKind::Sun ? 0 : kind == DayKind::Sat ? 3 : 60;
        for (int i = 0; i < customers; ++i)
            experience.arrived({date, kTen}, "account", 0, false);
    }
    return experience;
}

double rateAtTen(const Experience& experience, Date date)
{
    const Instant midnight{std::chrono::sys_days{date}};
    return experience.belief(smallHall(), {date, kTen}, midnight, 2, {}).arrivals.rateAt(midnight + kTen);
}

TEST(DayKinds, AWorkedSaturdayIsExpectedToBeLikeTheDayThatItStandsFor)
{
    const Date saturday{kMonday + std::chrono::days{33}};
    const Date friday{kMonday + std::chrono::days{32}};
    ASSERT_EQ(weekdayOf(saturday), DayKind::Sat);
    Experience experience = fourWeeks();
    EXPECT_LT(rateAtTen(experience, saturday), 0.6 * rateAtTen(experience, friday));
    experience.setDayKinds(
        [saturday](Date date) { return date == saturday ? DayKind::Fri : weekdayOf(date); });
    EXPECT_EQ(rateAtTen(experience, saturday), rateAtTen(experience, friday));
}

TEST(DayKinds, AHolidayIsLearnedApartFromItsWeekday)
{
    const Date nextMonday{kMonday + std::chrono::days{28}};
    Experience experience = fourWeeks();
    for (int i = 0; i < 5; ++i)
        experience.arrived({Date{kMonday - std::chrono::days{7}}, kTen}, "account", 0, false);
    const double withIt = rateAtTen(experience, nextMonday);
    experience.setDayKinds([](Date date) {
        return date == Date{kMonday - std::chrono::days{7}} ? DayKind::Holiday : weekdayOf(date);
    });
    EXPECT_GT(rateAtTen(experience, nextMonday), withIt) << "the quiet holiday was no Monday";
}

} // namespace
} // namespace starqueue::queue::test
