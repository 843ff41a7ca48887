#include <hall/service/calendar/opening_calendar.h>

#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall {

namespace {

using namespace std::chrono_literals;

Date date(int year, unsigned month, unsigned day)
{
    return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}

const Date kMonday = date(2026, 11, 23);
const Date kFriday = date(2026, 11, 20);

class OpeningCalendar : public ::testing::Test
{
protected:
    /// A hall whose [hall] has these lines too.
    void settle(const std::string& lines, const std::string& zoneName = "Asia/Shanghai")
    {
        settings = settings::test::accepted(settings::test::edited("path = []", "path = []\n" + lines));
        zone = time::HallZone::named(zoneName).value();
    }
    [[nodiscard]] queue::DayHours on(Date day) const { return dayHours(settings, zone, day, {}); }
    [[nodiscard]] queue::Opening at(Date day, Millis time) const
    {
        return queue::openingAt(*on(day).hall, zone.wallTimeOf(day, time).utc);
    }
    [[nodiscard]] Instant when(Date day, Millis time) const { return zone.wallTimeOf(day, time).utc; }

    settings::HallSettings settings;
    time::HallZone zone;
};

const std::string kWeek = R"(opens = { mon-fri = ["09:00-12:00", "13:00-17:30"], sat = ["10:00-16:00"] })";

} // namespace

TEST_F(OpeningCalendar, OfAHallWithoutHoursIsAlwaysOpen)
{
    settle("");
    EXPECT_FALSE(on(kMonday).hall);
    EXPECT_TRUE(on(kMonday).services.empty());
    EXPECT_EQ(on(kMonday).begins, when(kMonday, 5h));
}

TEST_F(OpeningCalendar, OpensAndClosesEachStretchOfTheDay)
{
    settle(kWeek + "\nlast_ticket_minutes = 15");
    EXPECT_FALSE(at(kMonday, 9h - 1ms).open);
    EXPECT_TRUE(at(kMonday, 9h).issues);
    EXPECT_FALSE(at(kMonday, 11h + 45min).issues);
    EXPECT_TRUE(at(kMonday, 12h - 1ms).open);
    EXPECT_EQ(at(kMonday, 12h).opens, when(kMonday, 13h));
    EXPECT_EQ(at(kMonday, 13h).lastTicket, when(kMonday, 17h + 15min));
    EXPECT_EQ(at(kMonday, 13h).closes, when(kMonday, 17h + 30min));
}

TEST_F(OpeningCalendar, LooksOverTheWeekendForTheNextOpening)
{
    settle(R"(opens = { mon-fri = ["09:00-17:30"] })");
    EXPECT_EQ(at(kFriday, 18h).opens, when(kMonday, 9h));
}

TEST_F(OpeningCalendar, LooksOverAWholeHolidayWeek)
{
    settle(R"(opens = { daily = ["09:00-17:30"] }
holidays = ["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"])");
    EXPECT_EQ(at(date(2026, 9, 30), 18h).opens, when(date(2026, 10, 8), 9h));
}

TEST_F(OpeningCalendar, TakesTheHolidaysHoursOnAHoliday)
{
    settle(R"(opens = { daily = ["09:00-17:30"], holidays = ["10:00-12:00"] }
holidays = ["2026-10-01"])");
    EXPECT_FALSE(at(date(2026, 10, 1), 9h).open);
    EXPECT_TRUE(at(date(2026, 10, 1), 11h).open);
    EXPECT_FALSE(at(date(2026, 10, 1), 13h).open);
}

TEST_F(OpeningCalendar, JoinsWhatTouchesAtMidnightAndShortensItsEndOnly)
{
    settle(R"(opens = { fri = ["20:00-24:00"], sat = ["00:00-02:00"] }
last_ticket_minutes = 30)");
    EXPECT_TRUE(at(kFriday, 23h + 59min).issues);
    EXPECT_EQ(at(kFriday, 23h).closes, when(date(2026, 11, 21), 2h));
    EXPECT_EQ(at(kFriday, 23h).lastTicket, when(date(2026, 11, 21), 1h + 30min));
}

TEST_F(OpeningCalendar, FollowsTheHallsClockOverItsChangeInSpring)
{
    settle(R"(opens = { daily = ["09:00-17:00"] })", "Europe/Berlin");
    const auto before = on(date(2026, 3, 28)).hall->at(1);
    const auto after = on(date(2026, 3, 28)).hall->at(2);
    EXPECT_EQ(before.from, Instant{std::chrono::sys_days{date(2026, 3, 28)} + 8h});
    EXPECT_EQ(after.from, Instant{std::chrono::sys_days{date(2026, 3, 29)} + 7h});
    EXPECT_EQ(after.to - after.from, 8h);
}

TEST_F(OpeningCalendar, OfTheNightOfAClockChangeIsAnHourShorterOrLonger)
{
    settle(R"(opens = { daily = ["00:00-08:00"] })", "Europe/Berlin");
    const auto length = [&](Date day) {
        const queue::DayHours hours = on(day);
        for (const queue::OpenTime& time : *hours.hall)
            if (time.from == when(day, 0ms))
                return time.to - time.from;
        return Millis{0};
    };
    EXPECT_EQ(length(date(2026, 3, 28)), 8h);
    EXPECT_EQ(length(date(2026, 3, 29)), 7h);
    EXPECT_EQ(length(date(2026, 10, 25)), 9h);
}

TEST_F(OpeningCalendar, LeavesOutAStretchThatTheClockSkips)
{
    settle(R"(opens = { daily = ["02:00-03:00", "09:00-10:00"] })", "Europe/Berlin");
    EXPECT_EQ(at(date(2026, 3, 29), 1h + 30min).opens, when(date(2026, 3, 29), 9h));
    EXPECT_TRUE(at(date(2026, 3, 28), 2h + 30min).open);
}

TEST_F(OpeningCalendar, KeepsAServicesHoursWithinTheHalls)
{
    settle(kWeek + "\nlast_ticket_minutes = 15");
    settings.serviceOpens["sim"] = settings.opens;
    settings.serviceOpens["sim"].week[0] = {{8h, 11h}, {16h, 19h}};
    settings.serviceOpens["sim"].lastTicketBefore = 30min;
    const auto hours = std::make_shared<const queue::DayHours>(on(kMonday));
    const auto sim = [&](Millis time) { return queue::serviceOpening(hours, "sim", when(kMonday, time)); };
    EXPECT_EQ(sim(8h).opens, when(kMonday, 9h));
    EXPECT_EQ(sim(10h).lastTicket, when(kMonday, 10h + 30min));
    EXPECT_EQ(sim(11h).opens, when(kMonday, 16h));
    EXPECT_EQ(sim(16h).closes, when(kMonday, 17h + 30min));
    EXPECT_TRUE(queue::serviceOpening(hours, "plans", when(kMonday, 11h)).issues);
}

TEST_F(OpeningCalendar, CarriesTheNightThatBeganTheDayBefore)
{
    settle(R"(opens = { daily = ["20:00-24:00", "00:00-02:00"] })");
    EXPECT_TRUE(queue::openingAt(*on(kMonday).hall, when(kMonday, 1h)).open);
    EXPECT_EQ(queue::openingAt(*on(kMonday).hall, when(kMonday, 1h)).closes, when(kMonday, 2h));
}

TEST_F(OpeningCalendar, SaysByWhenACaseOfTheDateIsDue)
{
    settle("");
    EXPECT_EQ(on(kMonday).cases, queue::CaseDates{}) << "no deadline is configured";
    settings =
        settings::test::accepted(settings::test::edited("path = []", std::string("path = []\n") + kWeek) +
                                 "\n[cases]\ncontact_working_days = 1\nclose_working_days = 15\n" +
                                 "[[calendar]]\ndate = \"2026-11-24\"\nlike = \"holidays\"\n");
    EXPECT_EQ(on(kMonday).cases, (queue::CaseDates{date(2026, 11, 25), date(2026, 12, 15), false}));
    EXPECT_EQ(on(kFriday).cases, (queue::CaseDates{kMonday, date(2026, 12, 14), false}));
    EXPECT_EQ(on(date(2026, 12, 31)).cases.isProvisional, true) << "2027 has no public days yet";
    EXPECT_EQ(hoursInDoubt(settings, zone, kMonday, {}).cases, queue::CaseDates{});
}

} // namespace starqueue::hall
