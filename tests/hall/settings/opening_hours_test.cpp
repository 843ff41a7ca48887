#include <time/timestamp.h>

#include <hall/settings/edited_hall.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace std::chrono_literals;

namespace {

constexpr Date kFriday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{20}};
constexpr Date kSaturday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
constexpr Date kSunday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
constexpr Date kHoliday{std::chrono::year{2026}, std::chrono::October, std::chrono::day{1}};

OpeningHours hours(const std::string& lines)
{
    return test::accepted(test::edited("path = []", "path = []\n" + lines)).opens;
}

const std::string kWeek = R"(opens = { mon-fri = ["09:00-12:00", "13:00-17:30"], sat = ["10:00-16:00"] })";

} // namespace

TEST(OpeningHours, AreAlwaysWithoutAWordInTheFile)
{
    EXPECT_TRUE(hours("").always);
    EXPECT_FALSE(hours(kWeek).always);
}

TEST(OpeningHours, HoldOnEachDayThatARangeNames)
{
    EXPECT_EQ(spansOn(hours(kWeek), kFriday), (std::vector<OpenSpan>{{9h, 12h}, {13h, 17h + 30min}}));
    EXPECT_EQ(spansOn(hours(kWeek), kSaturday), (std::vector<OpenSpan>{{10h, 16h}}));
    EXPECT_TRUE(spansOn(hours(kWeek), kSunday).empty());
}

TEST(OpeningHours, OnAHolidayFollowTheHolidayLineAlone)
{
    EXPECT_TRUE(spansOn(hours(kWeek + "\nholidays = [\"2026-10-01\"]"), kHoliday).empty());
    const std::string shorter = R"(opens = { daily = ["09:00-17:00"], holidays = ["10:00-12:00"] }
holidays = ["2026-10-01"])";
    EXPECT_EQ(spansOn(hours(shorter), kHoliday), (std::vector<OpenSpan>{{10h, 12h}}));
}

TEST(OpeningHours, OfAServiceTakeHolidaysAndLastTicketFromTheHall)
{
    std::string text = test::edited(
        "path = []", "path = []\n" + kWeek + "\nholidays = [\"2026-10-01\"]\nlast_ticket_minutes = 15");
    const std::string own = "# daily_tickets = 200 ";
    text.replace(text.find(own), own.size(), "opens = { mon-fri = [\"09:00-11:00\"] } #");
    const HallSettings hall = test::accepted(text);
    ASSERT_EQ(hall.serviceOpens.size(), 1U);
    const OpeningHours& account = hall.serviceOpens.at("account");
    EXPECT_EQ(spansOn(account, kFriday), (std::vector<OpenSpan>{{9h, 11h}}));
    EXPECT_TRUE(spansOn(account, kHoliday).empty());
    EXPECT_EQ(account.lastTicketBefore, 15min);
}

TEST(OpeningHours, GoRoundTheEndOfTheWeek)
{
    EXPECT_EQ(parseDays("sat-mon"), (std::vector<std::size_t>{5, 6, 0}));
}

TEST(OpeningHours, TakeNoTextThatIsNoTime)
{
    for (const char* text : {"", "9:00", "24:01", "12:60", "-1:00", "12-30", "aa:bb", "12:3 "})
        EXPECT_FALSE(parseTimeOfDay(text)) << text;
    EXPECT_EQ(parseTimeOfDay("24:00"), 24h);
    EXPECT_FALSE(parseSpan("17:30-09:00"));
    EXPECT_FALSE(time::parseDate("2026-02-29"));
    EXPECT_FALSE(time::parseDate("2026-2-9"));
}
