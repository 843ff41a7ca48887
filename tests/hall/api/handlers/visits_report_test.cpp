#include <hall/api/support/full_day.h>
#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// A made-up morning at one counter, whose figures are worked out by hand.
class VisitsReport : public ::testing::Test
{
protected:
    VisitsReport() : clock(kMondayNoon), hall(hallOfFullDay(), clock.journalClock()) { hall.open(1); }

    void at(const std::string& command, json body = json::object())
    {
        const Said said = hall.as("counter-1").post("/counters/1/" + command, std::move(body));
        EXPECT_EQ(said.status, 200) << said.raw.body;
    }
    void on(const json& ticket, const std::string& command)
    {
        const Said said = hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/" + command);
        EXPECT_EQ(said.status, 200) << said.raw.body;
    }
    void serveNext()
    {
        at("next");
        at("start");
        at("finish", {{"skipRating", "test"}});
    }
    void oneIsServedAfter(Millis wait)
    {
        hall.issue();
        clock.pass(wait);
        serveNext();
    }
    /// Called after 600 s, back in line at 720, served at 900.
    void oneIsAbsentAtFirst()
    {
        const json absent = hall.issue();
        clock.pass(600s);
        at("next");
        at("no-show");
        clock.pass(120s);
        on(absent, "requeue");
        clock.pass(180s);
        serveNext();
    }
    /// Waits 30 s, is away for 60, waits 30.
    json onePostpones()
    {
        json away = hall.issue();
        clock.pass(30s);
        on(away, "postpone");
        clock.pass(60s);
        on(away, "requeue");
        clock.pass(30s);
        serveNext();
        return away;
    }
    void oneGivesUpAfter(Millis wait)
    {
        const json gone = hall.issue();
        clock.pass(wait);
        on(gone, "cancel");
    }
    json rows(const std::string& report) { return hall.report(report); }

    TestClock clock;
    RunningHall hall;
};

} // namespace

TEST_F(VisitsReport, CountsFromTheIssueToTheCallThatAServiceFollowed)
{
    oneIsServedAfter(60s);
    oneIsAbsentAtFirst();
    onePostpones();
    oneGivesUpAfter(240s);
    hall.issue(); // waits on, and isn't counted

    EXPECT_EQ(rows("visits"), json::array({{{"count", 4},
                                            {"served", 3},
                                            {"noShow", 0},
                                            {"unserved", 0},
                                            {"cancelled", 1},
                                            {"unfinished", 0},
                                            {"meanSeconds", 340}, // 60, 900 and 60
                                            {"p50", 60},
                                            {"p90", 900},
                                            {"p95", 900},
                                            {"max", 900},
                                            {"withinTargetShare", 0.75},
                                            {"lostMeanSeconds", 240},
                                            {"called", 3},
                                            {"firstCallMeanSeconds", 240}, // 60, 600 and 60
                                            {"firstCallP90", 600},
                                            {"postponed", 1},
                                            {"postponedMeanSeconds", 60},
                                            {"calledAgain", 1},
                                            {"severalCounters", 0},
                                            {"meanCalls", 1.33}}}));
    EXPECT_EQ(rows("waits").at(0).at("count"), 4) << "legs: one was called twice";
}

TEST_F(VisitsReport, IsWhatTheTicketSays)
{
    const json away = onePostpones();
    const json expected{
        {"waitSeconds", 60}, {"firstCallSeconds", 60}, {"postponedSeconds", 60}, {"served", true},
        {"calls", 1},        {"counters", 1}};
    EXPECT_EQ(hall.as("usher").get("/tickets/" + std::string(away.at("id"))).body.at("visit"), expected);
}

TEST_F(VisitsReport, SaysNothingOfNobody)
{
    EXPECT_TRUE(rows("visits").empty());
    oneGivesUpAfter(1s);
    const json row = rows("visits").at(0);
    for (const char* figure : {"meanSeconds", "p90", "firstCallP90", "postponedMeanSeconds", "meanCalls"})
        EXPECT_EQ(row.at(figure), nullptr) << figure;
    EXPECT_EQ(row.at("withinTargetShare"), 0);
}

TEST_F(VisitsReport, LikeAllReportsIsCutByWhatWasDone)
{
    oneIsServedAfter(60s);
    hall.issue();
    at("next");
    at("start");
    at("finish", {{"outcome", "done"}});
    for (const std::string report : {"visits", "waits", "outcomes", "ratings"}) {
        SCOPED_TRACE(report);
        const json byOutcome = rows(report + "?by=outcome");
        EXPECT_EQ(byOutcome.back().at("outcome"), "done");
    }
    EXPECT_EQ(rows("visits?by=outcome").size(), 2U);
}

} // namespace starqueue::hall::test
