#include <hall/api/support/running_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

std::string settingsWith(const std::string& days)
{
    return settings::test::edited("late_days = 0", "late_days = " + days) +
           "\n[finish]\noutcomes = [{ id = \"done\", name = { zh = \"办结\", en = \"Done\" } }]\n";
}

std::string body(int score, const std::string& id = newRequestId())
{
    return json{{"requestId", id}, {"score", score}}.dump();
}

class LateRating : public testing::Test
{
protected:
    /// Serves a customer of kiosk 1 whole; the path of the rating's page.
    std::string visited(const json& finish = json::object())
    {
        const json ticket = hall.issueAtKiosk();
        const std::string url = ticket.at("statusUrl");
        Face& clerk = hall.as("counter-1");
        EXPECT_EQ(clerk.post("/counters/1/next").body.at("number"), ticket.at("number"));
        clerk.post("/counters/1/start");
        EXPECT_EQ(clerk.post("/counters/1/finish", finish).status, 200);
        return url.substr(url.find("/t/")) + "/rating";
    }
    /// The panel is left unpressed.
    std::string visitedUnpressed(const json& finish = json::object())
    {
        Follower follower = hall.follow("manager", hall.seq());
        std::string path = visited(finish);
        clock.pass(2min);
        follower.until("rating_expired");
        return path;
    }
    void passDays(int days)
    {
        for (int day = 0; day < days; ++day) {
            Follower follower = hall.follow("manager", hall.seq());
            clock.pass(24h);
            follower.until("day_opened");
        }
    }
    Said look(const std::string& path) { return call(hall.port(), "GET", path + "/state"); }
    Said rate(const std::string& path, int score) { return call(hall.port(), "POST", path, body(score)); }
    json ratingsOf(const std::string& from, const std::string& to)
    {
        return hall.as("manager").get("/reports/ratings?from=" + from + "&to=" + to).body;
    }

    LateRating() { hall.open(1); }

    TestClock clock{kMonday};
    RunningHall hall{settingsWith("3"), clock.journalClock()};
};

} // namespace

TEST_F(LateRating, ComesAfterThePanelOnceAndIsCountedApart)
{
    const std::string path = visited();
    EXPECT_EQ(look(path).body.at("code"), "panel_first");
    EXPECT_EQ(rate(path, 5).code(), "panel_first");
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(2min);
    follower.until("rating_expired");
    const Said open = look(path);
    EXPECT_EQ(open.body.at("mayRate"), true);
    EXPECT_EQ(open.body.at("number"), "A001");
    EXPECT_EQ(open.body.at("until"), "2026-11-26T02:00:00.000Z") << "three days after the end";
    EXPECT_EQ(rate(path, 4).status, 200);
    EXPECT_EQ(rate(path, 5).code(), "already_rated");
    EXPECT_EQ(look(path).body.at("code"), "already_rated");
    const json row = ratingsOf("2026-11-23", "2026-11-24").at(0);
    EXPECT_EQ(row.at("invited"), 1);
    EXPECT_EQ(row.at("answered"), 1);
    EXPECT_EQ(row.at("answeredAtPanel"), 0);
    EXPECT_EQ(row.at("answeredFromPhone"), 1);
    EXPECT_EQ(row.at("scores"), json::parse("[0,0,0,1,0]"));
}

TEST_F(LateRating, BelongsToTheOutcomeOfItsService)
{
    const std::string path = visitedUnpressed({{"outcome", "done"}});
    passDays(1);
    EXPECT_EQ(rate(path, 2).status, 200);
    const json rows =
        hall.as("manager").get("/reports/ratings?from=2026-11-23&to=2026-11-24&by=outcome").body;
    ASSERT_EQ(rows.size(), 1U) << rows;
    EXPECT_EQ(rows.at(0).at("outcome"), "done");
    EXPECT_EQ(rows.at(0).at("answeredFromPhone"), 1);
    EXPECT_EQ(rows.at(0).at("invited"), 1);
}

TEST_F(LateRating, SentTwiceIsAnsweredAlike)
{
    const std::string path = visitedUnpressed();
    const std::string once = body(2);
    const Said first = call(hall.port(), "POST", path, once);
    EXPECT_EQ(first.status, 200);
    hall.stop();
    hall.start();
    const Said again = call(hall.port(), "POST", path, once);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.raw.body, first.raw.body);
    EXPECT_EQ(ratingsOf("2026-11-23", "2026-11-24").at(0).at("answeredFromPhone"), 1);
}

TEST_F(LateRating, IsPossibleOnAnotherDayAfterARestartAndBelongsToTheDayOfTheVisit)
{
    const std::string path = visitedUnpressed();
    passDays(2);
    hall.stop();
    hall.start();
    EXPECT_EQ(call(hall.port(), "GET", path.substr(0, path.rfind('/')) + "/state").status, 404);
    EXPECT_EQ(look(path).body.at("date"), "2026-11-23");
    Follower follower = hall.follow("manager", hall.seq());
    EXPECT_EQ(rate(path, 1).status, 200);
    const json rated = follower.until("ticket_rated_late").data;
    EXPECT_EQ(rated.at("number"), "A001");
    EXPECT_EQ(rated.at("counter"), "1");
    const json opened = follower.until("case_opened").data;
    for (const char* field : {"ticket", "number", "service", "counter", "date", "finishedAt"})
        EXPECT_EQ(opened.at(field), rated.at(field)) << field;
    EXPECT_EQ(opened.at("date"), "2026-11-23");
    EXPECT_FALSE(opened.contains("clerk"));
    EXPECT_EQ(ratingsOf("2026-11-23", "2026-11-24").at(0).at("answeredFromPhone"), 1);
    EXPECT_TRUE(ratingsOf("2026-11-25", "2026-11-26").empty());
    passDays(1);
    hall.stop();
    hall.start();
    EXPECT_EQ(rate(path, 5).code(), "already_rated") << "the journal is the record";
}

TEST_F(LateRating, ComesTooLateAfterItsDays)
{
    const std::string path = visitedUnpressed();
    passDays(3);
    EXPECT_EQ(rate(path, 5).code(), "rating_over");
    EXPECT_EQ(look(path).body.at("code"), "rating_over");
    passDays(2);
    EXPECT_EQ(rate(path, 5).code(), "not_found") << "forgotten";
}

TEST_F(LateRating, NeedsAServedVisitAndARightAddress)
{
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    const std::string path = url.substr(url.find("/t/")) + "/rating";
    EXPECT_EQ(rate(path, 5).code(), "not_served");
    EXPECT_EQ(rate("/t/" + std::string(32, '0') + "/rating", 5).code(), "not_found");
    EXPECT_EQ(look("/t/" + std::string(32, '0') + "/rating").code(), "not_found");
    EXPECT_EQ(rate(path, 6).code(), "bad_field");
    EXPECT_EQ(call(hall.port(), "POST", path, "{\"score\":5}").code(), "request_id_missing");
    EXPECT_EQ(call(hall.port(), "DELETE", path).raw.header("allow"), "GET, HEAD, POST");
}

TEST_F(LateRating, IsRefusedWhereThePanelWasPressed)
{
    const std::string path = visited();
    const json session = hall.as("bridge").get("/rating-sessions?open").body.at(0);
    const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}};
    EXPECT_EQ(hall.as("bridge")
                  .post("/tickets/" + std::string(session.at("ticket")) + "/rating",
                        {{"session", session.at("session")}, {"score", 5}, {"press", press}})
                  .status,
              201);
    EXPECT_EQ(rate(path, 1).code(), "already_rated");
    passDays(1);
    EXPECT_EQ(rate(path, 1).code(), "already_rated");
    const json row = ratingsOf("2026-11-23", "2026-11-24").at(0);
    EXPECT_EQ(row.at("answeredAtPanel"), 1);
    EXPECT_EQ(row.at("answeredFromPhone"), 0);
}

TEST_F(LateRating, IsRefusedWhereTheClerkSkippedTheInvitation)
{
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    hall.as("counter-1").post("/counters/1/finish", {{"skipRating", "left at once"}});
    clock.pass(5min);
    EXPECT_EQ(rate(url.substr(url.find("/t/")) + "/rating", 5).code(), "not_served");
}

TEST_F(LateRating, TellsNothingOfThePerson)
{
    const Said said = look(visitedUnpressed());
    for (const char* word : {"stars", "statutory", "clerk", "\"ticket\"", "session", "customer"})
        EXPECT_EQ(said.raw.body.find(word), std::string::npos) << word;
}

TEST(LateRatingOff, SaysThatThisHallTakesNone)
{
    TestClock clock{kMonday};
    RunningHall hall({}, clock.journalClock());
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    const std::string path = url.substr(url.find("/t/")) + "/rating";
    EXPECT_EQ(call(hall.port(), "POST", path, body(5)).code(), "rating_over");
    EXPECT_EQ(call(hall.port(), "GET", path + "/state").body.at("mayRate"), false);
}

TEST(LateRatingLabels, AreTheHallsOwnInBothLanguages)
{
    RunningHall hall(settings::test::edited("labels = \"telecom\"", "labels = \"government\""));
    const std::string url = hall.issueAtKiosk().at("statusUrl");
    const json levels =
        call(hall.port(), "GET", url.substr(url.find("/t/")) + "/rating/state").body.at("levels");
    EXPECT_EQ(levels.at(2).at("name").at("zh"), "基本满意");
    EXPECT_EQ(levels.at(4).at("name").at("en"), "Very satisfied");
    EXPECT_EQ(levels.at(4).at("score"), 5);
}

} // namespace starqueue::hall::test
