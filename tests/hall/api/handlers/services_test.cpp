#include <hall/api/support/running_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

std::string settingsWithDefault()
{
    return settings::test::edited("late_days = 0", "late_days = 2\nexport_default = 3");
}

/// A made-up day, worked out by hand: it begins at ten in Shanghai, 02:00 UTC.
class ExportedServices : public testing::Test
{
protected:
    ExportedServices() { hall.open(1); }

    /// Waits and is served for so long; the path of the ticket's page.
    std::string serve(Millis wait, Millis service, json finish = json::object(), json ticket = json::object())
    {
        const std::string url = hall.issueAtKiosk("account", std::move(ticket)).at("statusUrl");
        Face& clerk = hall.as("counter-1");
        clock.pass(wait);
        EXPECT_EQ(clerk.post("/counters/1/next").status, 200);
        clock.pass(30s);
        clerk.post("/counters/1/start");
        clock.pass(service);
        EXPECT_EQ(clerk.post("/counters/1/finish", std::move(finish)).status, 200);
        return url.substr(url.find("/t/"));
    }
    void press(int score)
    {
        const json session = hall.as("bridge").get("/rating-sessions?open&counter=1").body.at(0);
        const json by{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}};
        hall.as("bridge").post("/tickets/" + std::string(session.at("ticket")) + "/rating",
                               {{"session", session.at("session")}, {"score", score}, {"press", by}});
    }
    void passTo(const std::string& date)
    {
        Follower follower = hall.follow("manager", hall.seq());
        clock.pass(24h);
        follower.until("day_opened", [&](const json& data) { return data.at("date") == date; });
    }
    json rows(const std::string& range = "from=2026-11-23&to=2026-11-24")
    {
        const Said said = hall.as("manager").get("/reports/services?" + range);
        EXPECT_EQ(said.status, 200) << said.raw.body;
        return said.body;
    }

    TestClock clock{kMonday};
    RunningHall hall{settingsWithDefault(), clock.journalClock()};
};

} // namespace

TEST_F(ExportedServices, AreThoseOfADayWorkedOutByHand)
{
    serve(4min, 6min, {{"reference", {{"case", "2026-117"}, {"item", "JY01"}}}}); // 02:00 to 02:10:30
    press(4);
    serve(1min, 2min, {{"skipRating", "left at once"}}); // 02:10:30 to 02:14
    const json all = rows();
    ASSERT_EQ(all.size(), 2U);
    const json first{{"ticket", "1"},
                     {"number", "A001"},
                     {"date", "2026-11-23"},
                     {"service", "account"},
                     {"counter", "1"},
                     {"clerk", "clerk-1"},
                     {"case", "2026-117"},
                     {"item", "JY01"},
                     {"issuedAt", "2026-11-23T02:00:00.000Z"},
                     {"calledAt", "2026-11-23T02:04:00.000Z"},
                     {"startedAt", "2026-11-23T02:04:30.000Z"},
                     {"finishedAt", "2026-11-23T02:10:30.000Z"},
                     {"outcome", nullptr},
                     {"priority", false},
                     {"invited", true},
                     {"skipRating", nullptr},
                     {"score", 4},
                     {"ratedBy", "panel"},
                     {"ratedAt", "2026-11-23T02:10:30.000Z"},
                     {"reasons", json::array()},
                     {"regulatorScore", 4},
                     {"regulatorScoreDerived", false},
                     {"contactDueOn", nullptr},
                     {"mendedDueOn", nullptr},
                     {"dueIsProvisional", false}};
    EXPECT_EQ(all.at(0), first);
    EXPECT_EQ(all.at(1).at("finishedAt"), "2026-11-23T02:14:00.000Z");
    EXPECT_EQ(all.at(1).at("invited"), false);
    EXPECT_EQ(all.at(1).at("skipRating"), "left at once");
    EXPECT_EQ(all.at(1).at("case"), nullptr);
}

TEST_F(ExportedServices, DeriveARegulatorsDefaultOnlyWhereNobodyCanRateAnyMore)
{
    serve(1min, 2min);
    serve(1min, 2min, {{"skipRating", "left at once"}});
    EXPECT_EQ(rows().at(0).at("regulatorScore"), nullptr) << "two days are left";
    passTo("2026-11-24");
    passTo("2026-11-25");
    clock.pass(5min);
    const json over = rows();
    EXPECT_EQ(over.at(0).at("score"), nullptr) << "the true column stays empty";
    EXPECT_EQ(over.at(0).at("regulatorScore"), 3);
    EXPECT_EQ(over.at(0).at("regulatorScoreDerived"), true);
    EXPECT_EQ(over.at(1).at("regulatorScore"), nullptr) << "nobody was asked";
    const json counted = hall.as("manager").get("/reports/ratings?from=2026-11-23&to=2026-11-24").body.at(0);
    EXPECT_EQ(counted.at("answered"), 0) << "it stands in the export alone";
}

TEST_F(ExportedServices, HaveTheRatingThatCameFromThePhoneDaysLater)
{
    const std::string page = serve(1min, 2min);
    passTo("2026-11-24");
    const json command{{"requestId", newRequestId()}, {"score", 2}};
    EXPECT_EQ(call(hall.port(), "POST", page + "/rating", command.dump()).status, 200);
    hall.open(1);
    serve(1min, 2min);
    passTo("2026-11-25");
    const json all = rows();
    ASSERT_EQ(all.size(), 1U) << "half-open";
    EXPECT_EQ(all.at(0).at("score"), 2);
    EXPECT_EQ(all.at(0).at("ratedBy"), "phone");
    EXPECT_EQ(rows("from=2026-11-24&to=2026-11-25").size(), 1U);
    EXPECT_EQ(rows("from=2026-11-23&to=2026-11-25").size(), 2U);
}

TEST_F(ExportedServices, SayThatAPriorityWasGivenAndNotWhichNorWho)
{
    const json ticket =
        hall.issueAtKiosk("account", {{"identity", {{"kind", "phone"}, {"value", "13900000005"}}}});
    hall.as("usher").post("/tickets/" + std::string(ticket.at("id")) + "/statutory",
                          {{"statutory", "disabled"}});
    for (const char* step : {"next", "start", "finish"})
        hall.as("counter-1").post(std::string("/counters/1/") + step);
    const json row = rows().at(0);
    EXPECT_EQ(row.at("priority"), true);
    for (const char* word : {"disabled", "139000", "stars", "customer", "secret"})
        EXPECT_EQ(row.dump().find(word), std::string::npos) << word;
}

TEST_F(ExportedServices, ComeAsCsvWithTheSameColumns)
{
    serve(1min, 2min, {{"reference", {{"case", "-117"}}}});
    const Said csv = hall.as("manager").get("/reports/services?format=csv");
    EXPECT_EQ(csv.raw.header("content-type"), "text/csv; charset=utf-8");
    const std::string heading = csv.raw.body.substr(0, csv.raw.body.find('\n'));
    for (const auto& [name, value] : rows("").at(0).items())
        EXPECT_NE(heading.find(name), std::string::npos) << name;
    EXPECT_NE(csv.raw.body.find("'-117"), std::string::npos) << "no formula of a spreadsheet";
}

TEST_F(ExportedServices, AreLimitedAndOfWhoMayReadReports)
{
    const Said tooLong = hall.as("manager").get("/reports/services?from=2026-11-01&to=2026-12-03");
    EXPECT_EQ(tooLong.code(), "bad_field");
    EXPECT_NE(tooLong.raw.body.find("31 days"), std::string::npos);
    EXPECT_EQ(hall.as("duty-manager").get("/reports/services?from=2026-11-01&to=2026-11-02").status, 403);
    EXPECT_EQ(hall.as("duty-manager").get("/reports/services").status, 200);
    EXPECT_EQ(hall.as("counter-1").get("/reports/services").status, 403);
    EXPECT_EQ(hall.as("manager").get("/reports/services?format=xml").code(), "bad_field");
}

TEST_F(ExportedServices, HaveTheDatesOfACaseThatThePhoneOpensDaysLater)
{
    hall.reload(settings::test::edited("late_days = 0", "late_days = 3") +
                "\n[cases]\ncontact_working_days = 1\nclose_working_days = 15\n");
    const std::string page = serve(1min, 2min);
    passTo("2026-11-24");
    passTo("2026-11-25");
    const json command{{"requestId", newRequestId()}, {"score", 1}};
    ASSERT_EQ(call(hall.port(), "POST", page + "/rating", command.dump()).status, 200);
    const json row = rows().at(0);
    EXPECT_EQ(row.at("contactDueOn"), "2026-11-26") << "after the day of the rating, not of the visit";
    EXPECT_EQ(row.at("mendedDueOn"), "2026-12-16");
    EXPECT_EQ(row.at("dueIsProvisional"), true) << "this hall has no public days";
}

} // namespace starqueue::hall::test
