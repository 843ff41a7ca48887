#include <hall/api/support/running_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

std::string withReasons()
{
    return settings::test::edited(
        "late_days = 0",
        "late_days = 3\nreasons = [\n"
        "  { id = \"wait\", name = { zh = \"等候时间长\", en = \"Long wait\" } },\n"
        "  { id = \"manner\", name = { zh = \"服务态度\", en = \"Manner\" }, levels = [2, 1] },\n"
        "  { id = \"quick\", name = { zh = \"办得快\", en = \"It was quick\" }, levels = [4, 5] }]");
}

class ReasonsOfARating : public testing::Test
{
protected:
    ReasonsOfARating() { hall.open(1); }

    /// Serves a customer of kiosk 1 whole; the path of the ticket's page.
    std::string visited()
    {
        const std::string url = hall.issueAtKiosk().at("statusUrl");
        Face& clerk = hall.as("counter-1");
        clerk.post("/counters/1/next");
        clerk.post("/counters/1/start");
        EXPECT_EQ(clerk.post("/counters/1/finish").status, 200);
        return url.substr(url.find("/t/"));
    }
    void press(int score)
    {
        const json session = hall.as("bridge").get("/rating-sessions?open").body.at(0);
        const json by{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}};
        EXPECT_EQ(hall.as("bridge")
                      .post("/tickets/" + std::string(session.at("ticket")) + "/rating",
                            {{"session", session.at("session")}, {"score", score}, {"press", by}})
                      .status,
                  201);
    }
    void passWindow()
    {
        Follower follower = hall.follow("manager", hall.seq());
        clock.pass(2min);
        follower.until("rating_expired");
    }
    void passDay()
    {
        Follower follower = hall.follow("manager", hall.seq());
        clock.pass(24h);
        follower.until("day_opened");
    }
    json offered(const std::string& ticket)
    {
        const Said state = call(hall.port(), "GET", ticket + "/rating/state");
        json ids = json::array();
        for (const json& reason : state.body.at("reasons"))
            ids.push_back(reason.at("id"));
        return ids;
    }
    Said explain(const std::string& ticket, const json& reasons, const std::string& id = newRequestId())
    {
        return call(hall.port(), "POST", ticket + "/rating/reasons",
                    json{{"requestId", id}, {"reasons", reasons}}.dump());
    }
    json exported()
    {
        return hall.as("manager").get("/reports/services?from=2026-11-23&to=2026-11-24").body.at(0);
    }

    TestClock clock{kMonday};
    RunningHall hall{withReasons(), clock.journalClock()};
};

} // namespace

TEST_F(ReasonsOfARating, AreOfferedForTheRatingThatThePanelGot)
{
    const std::string ticket = visited();
    EXPECT_EQ(offered(ticket), json::array()) << "nothing is rated yet";
    press(2);
    EXPECT_EQ(call(hall.port(), "GET", ticket + "/state").body.at("mayExplain"), true);
    EXPECT_EQ(offered(ticket), (json{"wait", "manner"}));
    const Said said = explain(ticket, {"manner"});
    EXPECT_EQ(said.status, 200) << said.raw.body;
    EXPECT_EQ(said.body,
              (json{{"number", "A001"}, {"date", "2026-11-23"}, {"score", 2}, {"reasons", {"manner"}}}));
    EXPECT_EQ(call(hall.port(), "GET", ticket + "/state").body.at("mayExplain"), false);
    EXPECT_EQ(offered(ticket), json::array());
    EXPECT_EQ(explain(ticket, {"wait"}).code(), "already_explained");
}

TEST_F(ReasonsOfARating, GoOutThroughTheExportInBothForms)
{
    const std::string ticket = visited();
    press(1);
    EXPECT_EQ(exported().at("reasons"), json::array());
    explain(ticket, {"wait", "manner"});
    EXPECT_EQ(exported().at("score"), 1);
    EXPECT_EQ(exported().at("ratedBy"), "panel");
    EXPECT_EQ(exported().at("reasons"), (json{"wait", "manner"}));
    const std::string csv =
        hall.as("manager").get("/reports/services?from=2026-11-23&to=2026-11-24&format=csv").raw.body;
    EXPECT_NE(csv.find(",reasons,"), std::string::npos);
    EXPECT_NE(csv.find(",wait manner,"), std::string::npos) << csv;
}

TEST_F(ReasonsOfARating, FollowARatingFromThePhoneOnAnotherDayAndOverARestart)
{
    const std::string ticket = visited();
    passWindow();
    passDay();
    EXPECT_EQ(explain(ticket, {"quick"}).code(), "not_rated");
    EXPECT_EQ(call(hall.port(), "POST", ticket + "/rating",
                   json{{"requestId", newRequestId()}, {"score", 5}}.dump())
                  .status,
              200);
    EXPECT_EQ(offered(ticket), (json{"quick"}));
    passDay();
    hall.stop();
    hall.start();
    const std::string once = newRequestId();
    const Said first = explain(ticket, {"quick"}, once);
    EXPECT_EQ(first.status, 200) << first.raw.body;
    hall.stop();
    hall.start();
    EXPECT_EQ(explain(ticket, {"quick"}, once).raw.body, first.raw.body) << "sent twice";
    EXPECT_EQ(explain(ticket, {"quick"}).code(), "already_explained") << "the journal is the record";
    EXPECT_EQ(exported().at("reasons"), (json{"quick"}));
    EXPECT_EQ(exported().at("ratedBy"), "phone");
}

TEST_F(ReasonsOfARating, AreRefusedWhereTheyAreOfAnotherLevelOrOfNoVisit)
{
    const std::string ticket = visited();
    press(3);
    EXPECT_EQ(offered(ticket), json::array()) << "none are asked of a neutral rating";
    EXPECT_EQ(call(hall.port(), "GET", ticket + "/state").body.at("mayExplain"), false);
    EXPECT_EQ(explain(ticket, {"wait"}).status, 400);
    EXPECT_EQ(explain(ticket, json::array()).status, 400);
    EXPECT_EQ(explain("/t/" + std::string(32, '0'), {"wait"}).code(), "not_found");
    EXPECT_EQ(explain(ticket, 7).code(), "bad_field");
    EXPECT_EQ(call(hall.port(), "GET", ticket + "/rating/reasons").status, 405);
    EXPECT_EQ(exported().at("reasons"), json::array());
}

TEST_F(ReasonsOfARating, AreToldToStaffAlone)
{
    const std::string ticket = visited();
    press(1);
    Follower staff = hall.follow("manager", hall.seq());
    explain(ticket, {"wait"});
    const json told = staff.until("rating_explained").data;
    EXPECT_EQ(told.at("reasons"), (json{"wait"}));
    EXPECT_EQ(told.at("number"), "A001");
    EXPECT_FALSE(told.contains("clerk"));
}

} // namespace starqueue::hall::test
