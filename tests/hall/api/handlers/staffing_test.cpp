#include <hall/api/support/running_hall.h>
#include <hall/settings/default_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

struct StaffingCall : testing::Test
{
    // 23 November, 10:00 in Shanghai, a Monday
    TestClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}} + 2h};
    RunningHall hall{{}, clock.journalClock()};

    Said ask(const std::string& query = {}, const std::string& face = "manager")
    {
        return hall.as(face).get("/staffing" + query);
    }
};

TEST_F(StaffingCall, WaitsUntilTheHallHasReadItsPast)
{
    EXPECT_EQ(ask().status, 503);
    hall.foresee();
    EXPECT_EQ(ask().status, 200);
}

TEST_F(StaffingCall, PlansTheNextTwoHoursFromWhoWaitsNow)
{
    hall.open(1);
    for (int i = 0; i < 40; ++i)
        hall.issue();
    hall.foresee();
    const json plan = ask().body;
    ASSERT_EQ(plan.at("halfHours").size(), 4U);
    EXPECT_EQ(plan.at("halfHours").at(0).at("localTime"), "10:00");
    EXPECT_EQ(plan.at("present").at("counters"), 1);
    EXPECT_LT(plan.at("present").at("probability"), 0.1) << "one counter for forty who wait";
    EXPECT_GT(plan.at("halfHours").at(0).at("counters"), 3);
    EXPECT_EQ(plan.at("tiers").size(), 4U);
    EXPECT_GT(plan.at("runs"), 0);
}

TEST_F(StaffingCall, PlansADayByWhatItHasLearnedAndSaysWhenItHasLearnedNothing)
{
    hall.foresee();
    const Said early = ask("?date=2026-11-24");
    EXPECT_EQ(early.status, 409);
    EXPECT_EQ(early.code(), "nothing_learned");
    for (int i = 0; i < 30; ++i)
        hall.issue();
    clock.pass(61s);
    hall.foresee();
    const json plan = ask("?date=2026-11-24").body;
    ASSERT_EQ(plan.at("halfHours").size(), 1U) << "they came within one half-hour";
    EXPECT_EQ(plan.at("halfHours").at(0).at("localTime"), "10:00");
    EXPECT_NEAR(plan.at("halfHours").at(0).at("expectedCustomers"), 30, 1);
    EXPECT_EQ(plan.at("date"), "2026-11-24");
    EXPECT_TRUE(plan.at("present").is_null());
}

TEST_F(StaffingCall, ShowsThePlanBesideTheAdviceAndWhatItComesTo)
{
    hall.reload(std::string(settings::defaultHall()) +
                "[[plan]]\ndays = \"mon\"\nspans = { \"09:00-11:00\" = 1 }\n");
    hall.open(1);
    for (int i = 0; i < 40; ++i)
        hall.issue();
    hall.foresee();
    const json now = ask().body;
    EXPECT_EQ(now.at("like"), "mon");
    const json& first = now.at("halfHours").at(0);
    EXPECT_EQ(first.at("planned"), 1);
    EXPECT_EQ(first.at("difference"), 1 - first.at("counters").get<int>());
    EXPECT_EQ(now.at("halfHours").at(2).at("planned"), nullptr) << "from eleven on it says nothing";
    EXPECT_EQ(now.at("halfHours").at(2).at("difference"), nullptr);
    EXPECT_LT(now.at("plan").at("probability"), 0.1) << "one counter for forty who wait";
    EXPECT_EQ(now.at("plan").at("tiers").size(), 4U);
    clock.pass(61s);
    hall.foresee();
    const json tuesday = ask("?date=2026-11-24").body;
    EXPECT_EQ(tuesday.at("plan"), nullptr) << "a plan for Mondays";
    EXPECT_EQ(tuesday.at("halfHours").at(0).at("planned"), nullptr);
}

TEST_F(StaffingCall, PlansAWorkingSaturdayLikeItsWeekdayAndNothingForAClosedDay)
{
    hall.reload(settings::test::edited("# public_url = ",
                                       "opens = { mon-fri = [\"09:00-10:15\"] }\n# public_url = ") +
                "[[plan]]\ndays = \"mon\"\nspans = { \"09:00-17:00\" = 2 }\n"
                "[[calendar]]\ndate = \"2026-11-28\"\nlike = \"mon\"\n");
    for (int i = 0; i < 30; ++i)
        hall.issue();
    clock.pass(61s);
    hall.foresee();
    const json worked = ask("?date=2026-11-28").body;
    EXPECT_EQ(worked.at("like"), "mon");
    EXPECT_EQ(worked.at("halfHours").at(0).at("planned"), 2);
    EXPECT_NEAR(worked.at("halfHours").at(0).at("expectedCustomers"), 30, 1);
    EXPECT_EQ(ask("?date=2026-11-29").code(), "hall_closed") << "an ordinary Sunday";
    EXPECT_EQ(ask("?date=2026-11-24").body.at("plan"), nullptr) << "a Tuesday";
}

TEST_F(StaffingCall, RefusesWhatItCannotPlan)
{
    hall.foresee();
    EXPECT_EQ(ask("?date=2026-12-24").status, 400) << "too far";
    EXPECT_EQ(ask("?date=2026-11-22").status, 400) << "over";
    EXPECT_EQ(ask("?date=soon").status, 400);
    EXPECT_EQ(ask("?probability=1").status, 400);
    EXPECT_EQ(ask("?probability=0.9x").status, 400);
    EXPECT_EQ(ask("?date=2026-11-24", "duty-manager").status, 403) << "plans today only";
    EXPECT_EQ(ask("", "usher").status, 403);
}

} // namespace

} // namespace starqueue::hall::test
