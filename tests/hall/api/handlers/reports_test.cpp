#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

class Reports : public ::testing::Test
{
protected:
    Reports() : clock(kMondayNoon), hall({}, clock.journalClock()) {}

    void at(const std::string& command, json body = json::object())
    {
        const Said said = hall.as("counter-1").post("/counters/1/" + command, std::move(body));
        EXPECT_EQ(said.status, 200) << said.raw.body;
    }
    /// One who waits that long and is served.
    void serveAfter(Millis wait, const json& more = json::object())
    {
        hall.issue("account", more);
        clock.pass(wait);
        at("next");
        at("start");
        at("finish", {{"skipRating", "test"}});
    }
    json rows(const std::string& report) { return hall.report(report); }

    TestClock clock;
    RunningHall hall;
};

} // namespace

TEST_F(Reports, OfWaitsCountTheWaitsThatWere)
{
    hall.open(1);
    serveAfter(60s);
    serveAfter(180s);
    serveAfter(1200s);
    const json row = rows("waits").at(0);
    EXPECT_EQ(row.at("count"), 3);
    EXPECT_EQ(row.at("meanSeconds"), 480);
    EXPECT_EQ(row.at("p50"), 180);
    EXPECT_EQ(row.at("max"), 1200);
    EXPECT_NEAR(row.at("withinTargetShare").get<double>(), 2.0 / 3, 1e-9);
}

TEST_F(Reports, AreCutByTheKeysAskedFor)
{
    hall.open(1);
    serveAfter(60s);
    serveAfter(30s, {{"identity", {{"kind", "phone"}, {"value", "13900000005"}}}});
    const json byTier = rows("waits?by=tier,service");
    ASSERT_EQ(byTier.size(), 2U);
    EXPECT_EQ(byTier.at(0).at("service"), "account");
    EXPECT_NE(byTier.at(0).at("tier"), byTier.at(1).at("tier"));
    const json byDay = rows("waits?from=2026-11-20&to=2026-11-30&by=day,halfhour,weekday,counter,clerk");
    ASSERT_EQ(byDay.size(), 1U);
    EXPECT_EQ(byDay.at(0).at("day"), "2026-11-23");
    EXPECT_EQ(byDay.at(0).at("halfhour"), "12:00");
    EXPECT_EQ(byDay.at(0).at("weekday"), "mon");
    EXPECT_EQ(byDay.at(0).at("counter"), "1");
    EXPECT_EQ(byDay.at(0).at("clerk"), "clerk-1");
    EXPECT_TRUE(rows("waits?from=2026-11-20&to=2026-11-23&by=day").empty());
}

TEST_F(Reports, OfOutcomesCountWhatBecameOfThem)
{
    hall.open(1);
    serveAfter(1s);
    hall.issue();
    at("next");
    at("no-show");
    hall.as("usher").post("/tickets/" + std::string(hall.issue().at("id")) + "/cancel");
    const json row = rows("outcomes").at(0);
    EXPECT_EQ(row.at("issued"), 3);
    EXPECT_EQ(row.at("served"), 1);
    EXPECT_EQ(row.at("noShow"), 1);
    EXPECT_EQ(row.at("cancelled"), 1);
}

TEST_F(Reports, OfFairnessCountWhoWasPassedByHowMuchAndByWhom)
{
    hall.open(1);
    const json first = hall.issue();
    clock.pass(60s);
    hall.issue("account", {{"identity", {{"kind", "phone"}, {"value", "13900000005"}}}});
    at("next");
    at("start");
    at("finish", {{"skipRating", "test"}});
    clock.pass(30s);
    const json last = hall.issue();
    at("call", {{"number", last.at("number")}, {"reason", "form is complete"}});
    at("start");
    at("finish", {{"skipRating", "test"}});
    at("call", {{"number", first.at("number")}, {"reason", "mistaken"}});
    at("undo");
    at("next");
    const json row = rows("fairness").at(0);
    EXPECT_EQ(row.at("inTurn"), 2);
    EXPECT_EQ(row.at("passing"), 1);
    EXPECT_EQ(row.at("passed"), 1);
    EXPECT_EQ(row.at("p50"), 60);
    EXPECT_EQ(row.at("max"), 60);
    EXPECT_EQ(row.at("outOfTurn"), 1) << "the one that was taken back counts as nothing";
    EXPECT_EQ(row.at("outOfTurnPassed"), 1);
    EXPECT_EQ(row.at("outOfTurnMaxSeconds"), 90);
    EXPECT_EQ(row.at("passedElsewhere"), 0);
    EXPECT_EQ(row.at("passedElsewhereMaxSeconds"), nullptr);
    EXPECT_EQ(row.at("violations"), 0);
    const json byTier = rows("fairness?by=tier,counter,clerk,halfhour");
    ASSERT_EQ(byTier.size(), 2U);
    EXPECT_EQ(byTier.at(0).at("p50"), nullptr) << "nobody was passed in turn by an ordinary customer";
    EXPECT_EQ(byTier.at(1).at("tier"), "5");
    EXPECT_EQ(byTier.at(1).at("clerk"), "clerk-1");
    EXPECT_TRUE(rows("fairness?from=2026-11-20&to=2026-11-23").empty());
}

TEST_F(Reports, OfFairnessAsCsvHaveTheSameFigures)
{
    hall.open(1);
    serveAfter(90s);
    EXPECT_EQ(
        hall.as("manager").get("/reports/fairness?by=day&format=csv").raw.body,
        "\xEF\xBB\xBF"
        "day,inTurn,guarded,helped,passing,passed,p50,p90,max,outOfTurn,outOfTurnPassed,outOfTurnMaxSeconds,"
        "passedElsewhere,passedElsewhereMaxSeconds,violations\r\n"
        "2026-11-23,1,0,0,0,0,,,,0,0,,0,,0\r\n");
}

TEST_F(Reports, ShowTheBoundOnHowOftenAlsoOfAHallThatHadNoneAndWhoseFileDoesntNameOne)
{
    const auto hallWith = [](const std::string& line) {
        std::string text{settings::defaultHall()};
        return text.replace(text.find("most_passes = 12"), 16, line);
    };
    hall.reload(hallWith("most_passes = 0"));
    EXPECT_EQ(rows("fairness/bounds").at("mostPasses"), nullptr);
    hall.stop();
    hall.start();
    EXPECT_EQ(rows("fairness/bounds").at("mostPasses"), nullptr) << "it isn't what settings choose now";
    hall.reload(hallWith(""));
    EXPECT_EQ(rows("fairness/bounds").at("mostPasses"), 12);
}

TEST_F(Reports, ShowTheBoundOfEachPairOfTiers)
{
    const json bounds = rows("fairness/bounds");
    EXPECT_EQ(bounds.at("promisedSeconds"), 25 * 60);
    EXPECT_EQ(bounds.at("mostPasses"), 12);
    EXPECT_EQ(bounds.at("byCountSeconds"), 25 * 60);
    ASSERT_EQ(bounds.at("pairs").size(), 16U);
    const auto boundOf = [&](int passed, int called) {
        for (const json& pair : bounds.at("pairs"))
            if (pair.at("passedTier") == passed && pair.at("calledTier") == called)
                return pair.at("boundSeconds").get<int>();
        return -1;
    };
    EXPECT_EQ(boundOf(0, 5), 25 * 60) << "counter 6 is dedicated: there the guard alone bounds it";
    EXPECT_EQ(boundOf(5, 6), 20 * 60 - 15 * 60 + 0) << "both are its own";
}

TEST_F(Reports, OfRatingsStandBesideHowManyWereAsked)
{
    hall.open(1);
    std::vector<json> finished;
    for (int i = 0; i < 2; ++i) {
        hall.issue();
        at("next");
        at("start");
        finished.push_back(hall.as("counter-1").post("/counters/1/finish").body);
    }
    hall.as("bridge").post(
        "/tickets/" + std::string(finished[1].at("id")) + "/rating",
        {{"session", finished[1].at("rating").at("session")},
         {"score", 4},
         {"press", {{"uid", "u"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}}}});
    const json row = rows("ratings").at(0);
    EXPECT_EQ(row.at("invited"), 2);
    EXPECT_EQ(row.at("answered"), 1);
    EXPECT_EQ(row.at("responseRate"), 0.5);
    EXPECT_EQ(row.at("satisfied"), 1);
    EXPECT_EQ(row.at("satisfiedShare"), 1);
    EXPECT_EQ(row.at("mean"), 4);
    EXPECT_EQ(row.at("scores"), json::array({0, 0, 0, 1, 0}));
}

TEST_F(Reports, AsCsvHaveAByteOrderMarkAHeaderAndTheJsonsFigures)
{
    hall.open(1);
    serveAfter(90s);
    const Said csv = hall.as("manager").get("/reports/waits?by=service,day&format=csv");
    EXPECT_EQ(csv.raw.header("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(csv.raw.body, "\xEF\xBB\xBFservice,day,count,meanSeconds,p50,p90,p95,max,withinTargetShare\r\n"
                            "account,2026-11-23,1,90.0,90.0,90.0,90.0,90.0,1.0\r\n");
}

TEST_F(Reports, AsCsvNeverBeginACellLikeAFormula)
{
    at("open", {{"clerk", "=HYPERLINK(\"http://x\",\"y\")"}});
    serveAfter(1s);
    for (const char* clerk : {"+1", "-1", "@x"}) {
        at("handover", {{"clerk", clerk}});
        serveAfter(1s);
    }
    const std::string text = hall.as("manager").get("/reports/waits?by=clerk&format=csv").raw.body;
    EXPECT_NE(text.find("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",1"), std::string::npos) << text;
    for (const char* cell : {"\n'+1,", "\n'-1,", "\n'@x,"})
        EXPECT_NE(text.find(cell), std::string::npos) << cell << text;
}

TEST_F(Reports, OfOtherDaysAreNotForTheDutyManager)
{
    Face& duty = hall.as("duty-manager");
    EXPECT_EQ(duty.get("/reports/waits").status, 200);
    EXPECT_EQ(duty.get("/reports/waits?from=2026-11-23&to=2026-11-24").status, 200);
    EXPECT_EQ(duty.get("/reports/waits?from=2026-11-22").code(), "forbidden");
    EXPECT_EQ(duty.get("/reports/waits?from=2026-11-23&to=2026-11-25").code(), "forbidden");
}

TEST_F(Reports, OfNobodyAreEmptyOrZero)
{
    EXPECT_LE(rows("waits").size(), 1U);
    EXPECT_TRUE(rows("waits?by=service").empty());
    EXPECT_EQ(hall.as("manager").get("/reports/ratings?format=csv").status, 200);
}

} // namespace starqueue::hall::test
