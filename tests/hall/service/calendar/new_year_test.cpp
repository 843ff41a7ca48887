#include <hall/service/conversation.h>
#include <hall/service/log/log_copy.h>
#include <hall/service/one_thread_hall.h>

#include <hall/settings/default_hall.h>

#include <gmock/gmock.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// A minute before that business day begins in Shanghai, at five in the morning.
Instant beforeFive(int year, unsigned month, unsigned day)
{
    const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return Instant{std::chrono::sys_days{date}} - 3h - 1min;
}

std::string dateLike(const std::string& date, const std::string& like)
{
    return "\n[[calendar]]\ndate = \"" + date + "\"\nlike = \"" + like + "\"\n";
}

/// Open on weekdays, with those dates.
std::string hallWith(const std::string& calendar)
{
    std::string text{settings::defaultHall()};
    return text.insert(text.find("discipline = "), "opens = { mon-fri = [\"09:00-17:30\"] }\n") + calendar;
}

const std::string k2026 = dateLike("2026-10-10", "fri") + dateLike("2026-10-01", "holidays");

json health(OneThreadHall& hall)
{
    const std::string said = hall.askAsPhone(hall.connect(), "GET", "/healthz");
    return json::parse(said.substr(said.find("\r\n\r\n") + 4)).at("calendar");
}

std::string dateOf(OneThreadHall& hall)
{
    return Conversation(hall).date();
}

} // namespace

TEST(NewYear, WithoutPublicDaysIsSaidFromNovemberOnAtTheOpeningOfEachDay)
{
    LogCopy log;
    OneThreadHall hall(beforeFive(2026, 11, 1), hallWith(k2026));
    EXPECT_THAT(log.take(), Not(HasSubstr("no public days")));
    EXPECT_EQ(health(hall), (json{{"yearWithoutPublicDays", nullptr}}));
    hall.pass(2min);
    ASSERT_EQ(dateOf(hall), "2026-11-01");
    EXPECT_THAT(log.take(), HasSubstr("no public days of 2027"));
    EXPECT_EQ(health(hall).at("yearWithoutPublicDays"), 2027);
    EXPECT_THAT(health(hall).at("detail").get<std::string>(), HasSubstr("starqueue calendar import"));
    hall.pass(5min);
    EXPECT_THAT(log.take(), Not(HasSubstr("no public days"))) << "once a day";
}

TEST(NewYear, WithoutPublicDaysIsSaidWhenItHasBegunToo)
{
    LogCopy log;
    OneThreadHall hall(beforeFive(2027, 1, 1), hallWith(k2026));
    ASSERT_EQ(dateOf(hall), "2026-12-31");
    EXPECT_THAT(log.take(), HasSubstr("no public days of 2027"));
    hall.pass(2min);
    ASSERT_EQ(dateOf(hall), "2027-01-01");
    EXPECT_THAT(log.take(), HasSubstr("no public days of 2027"));
    EXPECT_EQ(health(hall).at("yearWithoutPublicDays"), 2027);
}

TEST(NewYear, WithPublicDaysOrInAHallThatKeepsNoneIsntSaid)
{
    for (const std::string& settings :
         {hallWith(k2026 + dateLike("2027-01-01", "holidays")), std::string{settings::defaultHall()}}) {
        LogCopy log;
        OneThreadHall hall(beforeFive(2027, 1, 1), settings);
        hall.pass(2min);
        ASSERT_EQ(dateOf(hall), "2027-01-01");
        EXPECT_THAT(log.take(), Not(HasSubstr("no public days")));
        EXPECT_EQ(health(hall), (json{{"yearWithoutPublicDays", nullptr}}));
    }
}

} // namespace starqueue::hall::test
