#include <hall/settings/edited_hall.h>

#include <gmock/gmock.h>

using namespace starqueue;
using namespace starqueue::settings;
using namespace starqueue::settings::test;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace {

constexpr Date kWorkedSaturday{std::chrono::year{2026}, std::chrono::October, std::chrono::day{10}};
constexpr Date kUsualSaturday{std::chrono::year{2026}, std::chrono::October, std::chrono::day{17}};
constexpr Date kHolidayThursday{std::chrono::year{2026}, std::chrono::October, std::chrono::day{1}};

const std::string kHours =
    R"(opens = { mon-thu = ["09:00-17:00"], fri = ["09:00-16:00"], holidays = ["10:00-12:00"] })";

/// A hall with those weekly hours and these tables at its end.
std::string hallWith(const std::string& calendar, const std::string& lines = kHours)
{
    return edited("path = []", "path = []\n" + lines) + "\n" + calendar;
}

std::string entry(const std::string& date, const std::string& line)
{
    return "[[calendar]]\ndate = \"" + date + "\"\n" + line + "\n";
}

const std::string kWorked = entry("2026-10-10", "like = \"fri\"");

std::string adviceOf(const std::string& text)
{
    const auto problems = refused(text);
    EXPECT_EQ(problems.size(), 1U) << errorMessage(problems);
    return problems.empty() ? "" : problems[0].advice;
}

} // namespace

TEST(Calendar, AWorkedSaturdayOpensLikeTheWeekdayThatItSays)
{
    const auto hours = accepted(hallWith(kWorked)).opens;
    EXPECT_EQ(spansOn(hours, kWorkedSaturday), (std::vector<OpenSpan>{{9h, 16h}}));
    EXPECT_TRUE(spansOn(hours, kUsualSaturday).empty());
    EXPECT_EQ(dayKindOf(hours, kWorkedSaturday), queue::DayKind::Fri);
    EXPECT_EQ(dayKindOf(hours, kUsualSaturday), queue::DayKind::Sat);
}

TEST(Calendar, AHolidayIsLikeHolidays)
{
    const auto hours = accepted(hallWith(entry("2026-10-01", "like = \"holidays\""))).opens;
    EXPECT_EQ(spansOn(hours, kHolidayThursday), (std::vector<OpenSpan>{{10h, 12h}}));
    EXPECT_EQ(dayKindOf(hours, kHolidayThursday), queue::DayKind::Holiday);
}

TEST(Calendar, ADateHasSpansOfItsOwn)
{
    const auto hours =
        accepted(hallWith(entry("2026-10-10", R"(opens = ["13:00-15:00", "09:00-11:00"])"))).opens;
    EXPECT_EQ(spansOn(hours, kWorkedSaturday), (std::vector<OpenSpan>{{9h, 11h}, {13h, 15h}}));
    EXPECT_EQ(dayKindOf(hours, kWorkedSaturday), queue::DayKind::Sat);
    EXPECT_TRUE(spansOn(accepted(hallWith(entry("2026-10-09", "opens = []"))).opens,
                        Date{std::chrono::year{2026}, std::chrono::October, std::chrono::day{9}})
                    .empty());
}

TEST(Calendar, AServiceFollowsTheDateOrHasSpansOfItsOwn)
{
    const std::string mornings =
        edited("# daily_tickets = 200 ", "opens = { mon-fri = [\"09:00-12:00\"] } #");
    const auto like = [&](const std::string& calendar) {
        std::string text = mornings;
        text.replace(text.find("path = []"), 9, "path = []\n" + kHours);
        return accepted(text + "\n" + calendar).serviceOpens;
    };
    EXPECT_EQ(spansOn(like(kWorked).at("account"), kWorkedSaturday), (std::vector<OpenSpan>{{9h, 12h}}));
    const auto own = like(entry("2026-10-10", "like = \"fri\"\nservices = { account = [\"14:00-15:00\"] }"));
    EXPECT_EQ(spansOn(own.at("account"), kWorkedSaturday), (std::vector<OpenSpan>{{14h, 15h}}));
}

TEST(Calendar, AServiceWithoutHoursGetsSpansOnThatDateAlone)
{
    const auto services =
        accepted(hallWith(entry("2026-10-10", "like = \"fri\"\nservices = { sim = [] }"))).serviceOpens;
    ASSERT_TRUE(services.contains("sim"));
    EXPECT_TRUE(spansOn(services.at("sim"), kWorkedSaturday).empty());
    EXPECT_EQ(spansOn(services.at("sim"), kUsualSaturday), (std::vector<OpenSpan>{{0h, 24h}}))
        << "within the hall's hours";
}

TEST(Calendar, WrongEntriesAreRefusedWithWords)
{
    EXPECT_THAT(adviceOf(hallWith(entry("10/10/2026", "like = \"fri\""))), HasSubstr("2026-10-10"));
    EXPECT_THAT(adviceOf(hallWith(entry("2026-10-10", "like = \"friday\""))), HasSubstr("fri"));
    EXPECT_THAT(adviceOf(hallWith(kWorked + kWorked)), HasSubstr("once"));
    EXPECT_THAT(adviceOf(hallWith(entry("2026-10-10", ""))), HasSubstr("what is different"));
    EXPECT_THAT(adviceOf(hallWith(entry("2026-10-10", "like = \"fri\"\nopens = []"))),
                HasSubstr("one of them"));
    EXPECT_THAT(adviceOf(hallWith(kWorked, "")), HasSubstr("always open"));
    EXPECT_THAT(adviceOf(hallWith(entry("2026-10-10", "opens = []"), "")), HasSubstr("always open"));
    EXPECT_THAT(adviceOf(hallWith(kWorked, kHours + "\nholidays = [\"2026-10-10\"]")),
                HasSubstr("one place"));
}

TEST(Calendar, SaysWhichYearHasNoPublicDays)
{
    const auto hours = accepted(hallWith(kWorked + entry("2026-10-01", "like = \"holidays\""))).opens;
    const auto on = [&](int year, unsigned month) {
        return yearWithoutPublicDays(
            hours, Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{1}});
    };
    EXPECT_EQ(on(2026, 10), std::nullopt);
    EXPECT_EQ(on(2026, 11), 2027) << "before it begins";
    EXPECT_EQ(on(2027, 1), 2027);
    EXPECT_EQ(yearWithoutPublicDays(accepted(hallWith("")).opens, kUsualSaturday), std::nullopt)
        << "no calendar is kept here";
    EXPECT_EQ(yearWithoutPublicDays(accepted(hallWith(kWorked)).opens, kUsualSaturday), 2026)
        << "one worked Saturday of the hall's own isn't the year's public days";
}

namespace {

Date on(int year, unsigned month, unsigned day)
{
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

constexpr const char* kDeadlines = "[cases]\ncontact_working_days = 1\nclose_working_days = 15\n";

} // namespace

TEST(WorkingDays, AreThoseOfTheCalendar)
{
    const auto days = accepted(hallWith(kWorked + entry("2026-10-01", "like = \"holidays\"") +
                                        entry("2026-10-02", "opens = []") +
                                        entry("2026-10-12", R"(opens = ["10:00-11:00"])") +
                                        entry("2026-10-11", R"(opens = ["10:00-11:00"])")))
                          .workingDays;
    EXPECT_TRUE(isWorked(days, kWorkedSaturday)) << "like a Friday";
    EXPECT_FALSE(isWorked(days, kUsualSaturday));
    EXPECT_FALSE(isWorked(days, on(2026, 10, 1))) << "a holiday";
    EXPECT_FALSE(isWorked(days, on(2026, 10, 2))) << "a Friday on which the hall is closed";
    EXPECT_TRUE(isWorked(days, on(2026, 10, 12))) << "a Monday with short hours";
    EXPECT_TRUE(isWorked(days, on(2026, 10, 11))) << "a Sunday with hours, where the week has none";
    EXPECT_TRUE(hasEntries(days, on(2026, 12, 31)));
    EXPECT_FALSE(hasEntries(days, on(2027, 1, 1)));
}

TEST(WorkingDays, ASaturdayWithUsualHoursIsNoneHoweverLongItOpens)
{
    const std::string saturdays = R"(opens = { mon-fri = ["09:00-17:00"], sat = ["10:00-16:00"] })";
    const auto days =
        accepted(hallWith(entry("2026-10-10", R"(opens = ["10:00-12:00"])"), saturdays)).workingDays;
    EXPECT_FALSE(isWorked(days, kWorkedSaturday));
    const auto asked = accepted(hallWith("[cases]\nworking_days = \"mon-sat\"\n", saturdays)).workingDays;
    EXPECT_TRUE(isWorked(asked, kWorkedSaturday)) << "a hall may count them";
    EXPECT_FALSE(isWorked(asked, on(2026, 10, 11)));
}

TEST(WorkingDays, OfAHallThatIsAlwaysOpenHaveHolidaysOnceCasesHaveDeadlines)
{
    const auto settings = accepted(hallWith(kDeadlines + entry("2026-10-01", "like = \"holidays\""), ""));
    EXPECT_TRUE(settings.opens.always);
    EXPECT_FALSE(isWorked(settings.workingDays, on(2026, 10, 1)));
    EXPECT_EQ(settings.cases.contact, 1);
    EXPECT_EQ(settings.cases.close, 15);
}

TEST(WorkingDays, WrongDeadlinesAreRefusedWithWords)
{
    EXPECT_THAT(adviceOf(hallWith("[cases]\ncontact_working_days = 5\nclose_working_days = 2\n")),
                HasSubstr("before contact_working_days"));
    EXPECT_THAT(adviceOf(hallWith("[cases]\nworking_days = \"weekdays\"\n")), HasSubstr("mon-fri"));
    EXPECT_EQ(refused(hallWith("[cases]\ncontact_working_days = -1\n")).size(), 1U);
    EXPECT_FALSE(accepted(hallWith("")).cases.haveDeadlines()) << "omitted: none";
}
