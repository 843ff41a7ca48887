#include <hall/service/calendar/calendar_text.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace starqueue::hall::test {

using nlohmann::json;

namespace {

constexpr Date kNovember{std::chrono::year{2026} / 11 / 20};

/// The default hall with these lines in [hall] and these tables at its end, as its calendar says it.
json calendarOf(const std::string& lines, const std::string& tables)
{
    std::string text{settings::defaultHall()};
    text.replace(text.find("path = []"), 9, "path = []\n" + lines);
    const auto hall = settings::parseHallSettings(text + "\n" + tables, "hall.toml");
    EXPECT_TRUE(hall) << (hall ? "" : formats::errorMessage(hall.error()));
    return hall ? json::parse(calendarText(*hall, kNovember)) : json();
}

constexpr const char* kHours = R"(opens = { mon-fri = ["09:00-12:00", "13:00-17:30"], holidays = [] })";

} // namespace

TEST(CalendarText, SaysTheWeekAndTheDatesToComeThatAreOtherwise)
{
    const json calendar = calendarOf(kHours, R"(
[[calendar]]
date = "2026-10-01"
like = "holidays"
[[calendar]]
date = "2026-11-19"
like = "fri"
[[calendar]]
date = "2026-11-21"
like = "fri"
[[calendar]]
date = "2026-11-23"
opens = ["10:00-11:00"]
)");
    EXPECT_EQ(calendar["week"]["mon"], json::array({"09:00-12:00", "13:00-17:30"}));
    EXPECT_EQ(calendar["week"]["sat"], json::array());
    ASSERT_EQ(calendar["dates"].size(), 2U) << "what is over isn't said";
    EXPECT_EQ(calendar["dates"][0]["like"], "fri");
    EXPECT_EQ(calendar["dates"][0]["opens"], json::array({"09:00-12:00", "13:00-17:30"}));
    EXPECT_EQ(calendar["dates"][1]["opens"], json::array({"10:00-11:00"}));
    EXPECT_EQ(calendar["yearWithoutPublicDays"], 2027) << "it is November";
}

TEST(CalendarText, SaysNoHoursOfAServiceWhileTheHallIsClosed)
{
    const json calendar = calendarOf(kHours, R"(
[[calendar]]
date = "2026-12-26"
opens = []
[[calendar]]
date = "2026-12-29"
services = { plans = ["11:00-14:00"] }
)");
    ASSERT_EQ(calendar["dates"].size(), 2U);
    EXPECT_EQ(calendar["dates"][0]["services"]["plans"], json::array());
    EXPECT_EQ(calendar["dates"][1]["services"]["plans"], json::array({"11:00-12:00", "13:00-14:00"}));
}

TEST(CalendarText, OfAHallThatIsAlwaysOpenHasNoWeek)
{
    const json calendar = calendarOf("", "");
    EXPECT_TRUE(calendar["week"].is_null());
    EXPECT_TRUE(calendar["yearWithoutPublicDays"].is_null());
    EXPECT_EQ(calendar["today"], "2026-11-20");
}

TEST(CalendarText, SaysOfEachDateThatIsAskedForWhetherItIsWorked)
{
    std::string text{settings::defaultHall()};
    text.replace(text.find("path = []"), 9, std::string("path = []\n") + kHours);
    text += R"(
[[calendar]]
date = "2026-11-21"
like = "fri"
[[calendar]]
date = "2026-11-23"
like = "holidays"
[[calendar]]
date = "2026-11-24"
opens = ["10:00-11:00"]
)";
    const auto hall = settings::parseHallSettings(text, "hall.toml");
    ASSERT_TRUE(hall) << formats::errorMessage(hall.error());
    const DateSpan asked{kNovember, std::chrono::year{2026} / 11 / 26};
    const json calendar = json::parse(calendarText(*hall, kNovember, asked));
    std::string worked;
    for (const json& date : calendar["dates"])
        worked += date["workingDay"].get<bool>() ? 'x' : '-';
    EXPECT_EQ(worked, "xx--xx") << "Friday, a worked Saturday, Sunday, a holiday, short hours, Wednesday";
    EXPECT_EQ(calendar["workingDays"], 4);
    EXPECT_EQ(calendar["dates"][0]["hasEntries"], true);
}

} // namespace starqueue::hall::test
