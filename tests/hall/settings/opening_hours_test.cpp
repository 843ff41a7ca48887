#include <hall/settings/edited_hall.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace std::chrono_literals;

namespace {

constexpr queue::Date kFriday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{20}};
constexpr queue::Date kSaturday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};
constexpr queue::Date kSunday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
constexpr queue::Date kHoliday{std::chrono::year{2026}, std::chrono::October, std::chrono::day{1}};

OpeningHours hours(const std::string& lines)
{
    return test::accepted(test::edited("path = []", "path = []\n" + lines)).opens;
}

const std::string kWeek = R"(opens = { mon-fri = ["09:00-12:00", "13:00-17:30"], sat = ["10:00-16:00"] })";

} // namespace

TEST(OpeningHours, AreAlwaysWithoutAWordInTheFile)
{
    EXPECT_TRUE(isOpen(hours(""), kSunday, 3h));
}

TEST(OpeningHours, HoldOnEachDayThatARangeNames)
{
    EXPECT_TRUE(isOpen(hours(kWeek), kFriday, 9h));
    EXPECT_TRUE(isOpen(hours(kWeek), kSaturday, 10h));
    EXPECT_FALSE(isOpen(hours(kWeek), kSaturday, 9h));
    EXPECT_FALSE(isOpen(hours(kWeek), kSunday, 11h));
}

TEST(OpeningHours, EndBeforeTheMinuteThatTheyName)
{
    EXPECT_TRUE(isOpen(hours(kWeek), kFriday, 17h + 29min));
    EXPECT_FALSE(isOpen(hours(kWeek), kFriday, 17h + 30min));
    EXPECT_FALSE(isOpen(hours(kWeek), kFriday, 12h + 30min));
}

TEST(OpeningHours, OnAHolidayFollowTheHolidayLineAlone)
{
    const std::string closed = kWeek + "\nholidays = [\"2026-10-01\"]";
    EXPECT_FALSE(isOpen(hours(closed), kHoliday, 10h));
    const std::string shorter = R"(opens = { daily = ["09:00-17:00"], holidays = ["10:00-12:00"] }
holidays = ["2026-10-01"])";
    EXPECT_TRUE(isOpen(hours(shorter), kHoliday, 11h));
    EXPECT_FALSE(isOpen(hours(shorter), kHoliday, 13h));
}

TEST(OpeningHours, IssueTheLastTicketBeforeEachClosing)
{
    const OpeningHours shortened = hours(kWeek + "\nlast_ticket_minutes = 15");
    EXPECT_TRUE(issuesTickets(shortened, kFriday, 17h + 14min));
    EXPECT_FALSE(issuesTickets(shortened, kFriday, 17h + 15min));
    EXPECT_TRUE(isOpen(shortened, kFriday, 17h + 15min));
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
    EXPECT_FALSE(parseDate("2026-02-29"));
    EXPECT_FALSE(parseDate("2026-2-9"));
}
