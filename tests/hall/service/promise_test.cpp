#include <hall/api/support/running_hall.h>
#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

struct PromiseTest : testing::Test
{
    // 22 November, 10:00 in Shanghai, a Sunday
    TestClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}} + 2h};
    RunningHall hall{{}, clock.journalClock()};

    Said clerk(const std::string& step) { return hall.as("counter-1").post("/counters/1/" + step); }
    /// Counter 1 finishes whom it serves and takes the next.
    void takeNext()
    {
        clerk("finish");
        clerk("next");
        clerk("start");
    }
    json accountOnBoard() { return hall.as("display").get("/board").body.at("services").at(0); }
    std::string methodOfNewTicket() { return hall.issue().at("waitSeconds").at("method"); }
    /// Every service takes `time`, and somebody always waits.
    void serve(int customers, Millis time)
    {
        for (int i = 0; i < customers; ++i) {
            hall.foresee();
            hall.issue();
            clock.pass(time);
            takeNext();
        }
    }
};

TEST_F(PromiseTest, IsForeseenWhereAForecastHangsAndCountedByRankOtherwise)
{
    hall.open(1);
    hall.issue();
    takeNext();
    EXPECT_EQ(methodOfNewTicket(), "rank") << "nothing was foreseen yet";
    EXPECT_EQ(accountOnBoard().at("waitSeconds").at("method"), "rank");
    hall.foresee();
    const json foreseen = hall.issue();
    EXPECT_EQ(foreseen.at("waitSeconds").at("method"), "simulation");
    EXPECT_LT(foreseen.at("waitSeconds").at("p10"), foreseen.at("waitSeconds").at("p90"));
    EXPECT_EQ(accountOnBoard().at("waitSeconds").at("method"), "simulation");
    clock.pass(11s);
    EXPECT_EQ(methodOfNewTicket(), "rank") << "a forecast of eleven seconds ago is told to nobody";
}

TEST_F(PromiseTest, WithoutAnOpenCounterNobodyIsToldAWait)
{
    const auto expectUnknown = [](const json& wait) {
        EXPECT_EQ(wait.at("method"), "unknown");
        EXPECT_TRUE(wait.at("p10").is_null() && wait.at("p50").is_null() && wait.at("p90").is_null()) << wait;
    };
    for (int customer = 0; customer < 11; ++customer)
        expectUnknown(hall.issue().at("waitSeconds"));
    hall.foresee();
    const json last = hall.issue();
    expectUnknown(last.at("waitSeconds"));
    expectUnknown(last.at("remainingSeconds"));
    expectUnknown(accountOnBoard().at("waitSeconds"));
    hall.open(1);
    EXPECT_EQ(accountOnBoard().at("waitSeconds").at("method"), "rank");
    hall.foresee();
    EXPECT_EQ(accountOnBoard().at("waitSeconds").at("method"), "simulation");
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/pause", {{"reason", "lunch"}}).status, 200);
    expectUnknown(accountOnBoard().at("waitSeconds"));
}

TEST_F(PromiseTest, OfSomebodyWhoWaitsIsToldAnewWhileTheFirstOneStays)
{
    hall.open(1);
    hall.issue();
    takeNext();
    hall.foresee();
    hall.issue();
    const json last = hall.issue();
    const auto remaining = [&] {
        hall.foresee();
        return hall.as("usher").get("/tickets/" + std::string(last.at("id"))).body;
    };
    const json before = remaining();
    clock.pass(6min);
    takeNext();
    const json after = remaining();
    EXPECT_EQ(after.at("remainingSeconds").at("method"), "simulation");
    EXPECT_LT(after.at("remainingSeconds").at("p50"), before.at("remainingSeconds").at("p50"));
    EXPECT_EQ(after.at("waitSeconds"), last.at("waitSeconds"));
    takeNext();
    EXPECT_TRUE(remaining().at("remainingSeconds").is_null()) << "it was called";
}

TEST_F(PromiseTest, NewRulesMakeAForecastVoid)
{
    hall.open(1);
    hall.issue();
    takeNext();
    hall.foresee();
    std::string changed(settings::defaultHall());
    const std::string key = "head_start_minutes = 15";
    changed.replace(changed.find(key), key.size(), "head_start_minutes = 14");
    hall.reload(changed);
    EXPECT_EQ(methodOfNewTicket(), "rank");
    hall.foresee();
    EXPECT_EQ(methodOfNewTicket(), "simulation");
}

TEST_F(PromiseTest, LearnsHowLongServicesTakeAndKnowsItAfterARestart)
{
    hall.open(1);
    hall.issue();
    takeNext();
    hall.foresee();
    const double typical = hall.issue().at("waitSeconds").at("p50");
    serve(60, 90s);
    hall.stop();
    hall.start();
    hall.foresee();
    const json one = hall.issue();
    EXPECT_EQ(one.at("waitSeconds").at("method"), "simulation");
    // Two stand before it, one of them just called: services of a minute and a half, not of six.
    EXPECT_LT(one.at("waitSeconds").at("p50"), 0.7 * typical) << "though one more stands before it";
    EXPECT_GT(one.at("waitSeconds").at("p50"), 60);
}

TEST_F(PromiseTest, IsComparedWithWhatCame)
{
    EXPECT_EQ(hall.as("manager").get("/reports/promises").status, 503) << "it hasn't read its past yet";
    hall.open(1);
    hall.issue();
    takeNext();
    serve(10, 2min);
    clock.pass(61s);
    hall.foresee();
    const json rows = hall.as("manager").get("/reports/promises?by=tier").body;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("tier"), "0");
    EXPECT_EQ(rows[0].at("count"), 11) << "who was called, each once";
    EXPECT_EQ(rows[0].at("foreseen"), 10);
    EXPECT_GE(rows[0].at("coverage"), 0.0);
    EXPECT_GT(rows[0].at("meanWaitedSeconds"), 0);
    const std::string csv = hall.as("manager").get("/reports/promises?by=tier&format=csv").raw.body;
    EXPECT_NE(csv.find("tier,count,foreseen,"), std::string::npos) << csv;
}

TEST_F(PromiseTest, IsCalibratedOnceABusinessDay)
{
    hall.open(1);
    hall.issue();
    takeNext();
    serve(70, 90s);
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(24h);
    follower.until("day_opened");
    const std::uint64_t opened = hall.seq();
    hall.foresee();
    follower.until("promises_calibrated", [](const json& data) { return data.at("outcomes") >= 60; });
    const std::uint64_t seq = hall.seq();
    EXPECT_GT(seq, opened);
    hall.foresee();
    hall.stop();
    hall.start();
    hall.foresee();
    EXPECT_EQ(hall.seq(), seq) << "that day knows its calibration";
}

} // namespace

} // namespace starqueue::hall::test
