#include <hall/api/support/running_hall.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

const std::string kPlan = "\n[[plan]]\ndays = \"mon-fri\"\nspans = { \"09:00-12:00\" = 3 }\n";

/// The default hall, whose doors open at eight, with `more` at its end.
std::string hallOfEight(const std::string& more = {})
{
    std::string text{settings::defaultHall()};
    const std::string before = "path = []";
    text.replace(text.find(before), before.size(), "path = []\nopens = { daily = [\"08:00-18:00\"] }\n#");
    return text + more;
}

struct HallOpeningsTest : testing::Test
{
    TestClock clock{kMonday - 90min}; // half past eight in Shanghai

    static void expectUnknown(const json& wait)
    {
        EXPECT_EQ(wait.at("method"), "unknown");
        EXPECT_TRUE(wait.at("p10").is_null() && wait.at("p90").is_null()) << wait;
    }
    /// A wait until nine, and what comes then.
    static void expectFromNine(const json& wait)
    {
        EXPECT_EQ(wait.at("method"), "simulation");
        EXPECT_GE(wait.at("p10"), 30 * 60) << wait;
        EXPECT_LT(wait.at("p90"), 90 * 60) << wait;
    }
    static json accountOn(RunningHall& hall)
    {
        return hall.as("display").get("/board").body.at("services").at(0).at("waitSeconds");
    }
};

TEST_F(HallOpeningsTest, BeforeACounterOpensATicketPromisesFromWhenThePlanSays)
{
    RunningHall hall{hallOfEight(kPlan), clock.journalClock()};
    hall.foresee();
    const json first = hall.issueAtKiosk();
    expectFromNine(first.at("waitSeconds"));
    hall.foresee();
    expectFromNine(accountOn(hall));
    expectFromNine(hall.as("kiosk-1").get("/services").body.at(0).at("waitSeconds"));
    expectFromNine(
        hall.as("usher").get("/tickets/" + std::string(first.at("id"))).body.at("remainingSeconds"));
    hall.open(1);
    EXPECT_EQ(accountOn(hall).at("method"), "rank") << "a counter has opened since";
}

TEST_F(HallOpeningsTest, PaperAndPhoneSayTheSameBeforeTheNextForecast)
{
    RunningHall hall{hallOfEight(kPlan), clock.journalClock()};
    const auto onPhone = [&hall](const json& ticket) {
        const std::string url = ticket.at("statusUrl");
        return call(hall.port(), "GET", url.substr(url.find("/t/")) + "/state").body.at("waitSeconds");
    };
    hall.foresee();
    const json early = hall.issueAtKiosk();
    expectFromNine(early.at("waitSeconds"));
    EXPECT_EQ(early.at("remainingSeconds"), early.at("waitSeconds"));
    EXPECT_EQ(onPhone(early), early.at("waitSeconds"));
    hall.open(1);
    for (int customer = 0; customer < 6; ++customer)
        hall.issueAtKiosk();
    hall.foresee();
    const json late = hall.issueAtKiosk();
    EXPECT_EQ(late.at("waitSeconds").at("method"), "simulation");
    EXPECT_EQ(late.at("remainingSeconds"), late.at("waitSeconds"));
    EXPECT_EQ(onPhone(late), late.at("waitSeconds"));
    clock.pass(5s);
    EXPECT_EQ(onPhone(late).at("p50"), late.at("waitSeconds").at("p50").get<int>() - 5);
}

TEST_F(HallOpeningsTest, ACounterThatIsForStarsAloneServesNobodyElseAtOnce)
{
    std::string text = hallOfEight();
    const std::string help = "help_others_after_seconds = ";
    ASSERT_NE(text.find(help), std::string::npos);
    const auto at = text.find(help) + help.size();
    text.replace(at, text.find_first_of(" \n", at) - at, "300");
    RunningHall hall{text, clock.journalClock()};
    hall.open(6);
    const json account = hall.as("kiosk-1").get("/services").body.at(0);
    EXPECT_GE(account.at("waitSeconds").at("p10"), 300) << "by rank, before the first forecast";
    hall.foresee();
    EXPECT_GE(hall.as("kiosk-1").get("/services").body.at(0).at("waitSeconds").at("p10"), 300);
}

TEST_F(HallOpeningsTest, WithoutPlanAndHabitTheWaitIsUnknown)
{
    RunningHall hall{hallOfEight(), clock.journalClock()};
    hall.foresee();
    expectUnknown(hall.issueAtKiosk().at("waitSeconds"));
    expectUnknown(accountOn(hall));
}

TEST_F(HallOpeningsTest, AnotherPlanHoldsAfterAReload)
{
    RunningHall hall{hallOfEight(), clock.journalClock()};
    hall.reload(hallOfEight(kPlan));
    hall.foresee();
    expectFromNine(hall.issueAtKiosk().at("waitSeconds"));
    hall.reload(hallOfEight());
    hall.foresee();
    expectUnknown(hall.issueAtKiosk().at("waitSeconds"));
}

TEST_F(HallOpeningsTest, PastDaysInTheJournalTeachWhenCountersOpen)
{
    RunningHall hall{hallOfEight(), clock.journalClock()};
    for (int day = 0; day < 3; ++day) {
        Follower follower = hall.follow("manager", hall.seq());
        clock.pass(30min);
        hall.open(1);
        clock.pass(8h);
        EXPECT_EQ(hall.as("counter-1").post("/counters/1/close").status, 200);
        clock.pass(15h + 30min);
        follower.until("day_opened");
    }
    hall.stop();
    hall.start();
    hall.foresee();
    expectFromNine(hall.issueAtKiosk().at("waitSeconds"));
}

} // namespace

} // namespace starqueue::hall::test
