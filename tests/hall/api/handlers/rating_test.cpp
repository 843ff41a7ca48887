#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

class Ratings : public ::testing::Test
{
protected:
    Ratings() : clock(kMondayNoon), hall({}, clock.journalClock()) { hall.open(1); }

    Said at(const std::string& command, json body = json::object())
    {
        return hall.as("counter-1").post("/counters/1/" + command, std::move(body));
    }
    /// Serves somebody; the ticket as it is after its finish.
    json served()
    {
        hall.issue();
        at("next");
        at("start");
        return at("finish").body;
    }
    Said press(const json& ticket, int score, int seq, Millis age = {})
    {
        const json press{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", seq}, {"pressedAt", hall.elapsed(age)}};
        return hall.as("bridge").post(
            "/tickets/" + std::string(ticket.at("id")) + "/rating",
            {{"session", ticket.at("rating").at("session")}, {"score", score}, {"press", press}});
    }
    json openSessions() { return hall.as("bridge").get("/rating-sessions?open").body; }

    TestClock clock;
    RunningHall hall;
};

void expectClosed(const Said& said, const std::string& state)
{
    EXPECT_EQ(said.status, 409) << said.raw.body;
    EXPECT_EQ(said.code(), "session_closed");
    EXPECT_EQ(said.state(), state);
}

} // namespace

TEST_F(Ratings, TheFirstPressCountsAndTheSamePressAgainIsTheSameRating)
{
    const json ticket = served();
    const Said first = press(ticket, 5, 1);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(first.body.at("score"), 5);
    EXPECT_EQ(first.body.at("counter"), "1");
    EXPECT_EQ(press(ticket, 5, 1).status, 200);
    const Said other = press(ticket, 1, 1);
    EXPECT_EQ(other.status, 200);
    EXPECT_EQ(other.body.at("score"), 5) << "the one that stands";
    expectClosed(press(ticket, 1, 2), "rated");
    EXPECT_TRUE(openSessions().empty());
}

TEST_F(Ratings, APressWithTheSameRequestIdIsAnsweredFromTheJournal)
{
    const json ticket = served();
    const json body{{"requestId", newRequestId()},
                    {"session", ticket.at("rating").at("session")},
                    {"score", 4},
                    {"press", {{"uid", "u"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}}}};
    const std::string path = "/tickets/" + std::string(ticket.at("id")) + "/rating";
    EXPECT_EQ(hall.as("bridge").post(path, body).status, 201);
    EXPECT_EQ(hall.as("bridge").post(path, body).status, 200);
}

TEST_F(Ratings, APressThatTheCableDelayedCountsByTheTimeItWasMade)
{
    const json ticket = served();
    clock.pass(60s);
    EXPECT_EQ(press(ticket, 3, 1, 20s).code(), "session_closed") << "made 40 s after it";
    EXPECT_EQ(press(ticket, 4, 2, 40s).status, 201) << "made 20 s after the invitation";
}

TEST_F(Ratings, APressOutsideItsWindowIsRefused)
{
    const json ticket = served();
    EXPECT_EQ(press(ticket, 3, 1, 10s).code(), "session_closed") << "made before the invitation";
    clock.pass(33s);
    EXPECT_EQ(press(ticket, 3, 2).code(), "session_closed");
    clock.pass(60s);
    EXPECT_EQ(press(ticket, 3, 3, 80s).code(), "session_closed") << "a minute late";
}

TEST_F(Ratings, TheNextStartEndsTheSession)
{
    const json ticket = served();
    hall.issue();
    at("next");
    EXPECT_EQ(openSessions().size(), 1U);
    clock.pass(1s);
    at("start");
    EXPECT_TRUE(openSessions().empty());
    clock.pass(3s);
    expectClosed(press(ticket, 5, 1), "expired");
    EXPECT_EQ(press(ticket, 5, 2, 3500ms).status, 201) << "made before the start";
}

TEST_F(Ratings, ThatHaveEndedAreFoundByTheirCounterAndToken)
{
    const json ticket = served();
    press(ticket, 5, 1);
    const json found = hall.as("bridge").get("/rating-sessions?counter=1&token=1").body;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at(0).at("session"), ticket.at("rating").at("session"));
    EXPECT_EQ(found.at(0).at("state"), "rated");
    EXPECT_TRUE(hall.as("bridge").get("/rating-sessions?counter=2&token=1").body.empty());
    EXPECT_TRUE(hall.as("bridge").get("/rating-sessions?counter=1&token=2").body.empty());
    EXPECT_EQ(hall.as("bridge").get("/rating-sessions?counter=77").code(), "not_found");
}

TEST_F(Ratings, AStepOfTheWallClockMovesNoPress)
{
    const json ticket = served();
    const std::int64_t made = hall.elapsed();
    clock.stepWall(-90s);
    clock.pass(20s);
    at("next");
    hall.issue();
    at("next");
    clock.stepWall(100s);
    clock.pass(20s);
    at("start");
    EXPECT_EQ(hall.elapsed() - made, 40'000);
    EXPECT_EQ(press(ticket, 5, 1, 40s).status, 201);
}

TEST_F(Ratings, TheSessionEndsWithItsWindow)
{
    Follower follower = hall.follow("bridge", hall.seq());
    const json ticket = served();
    clock.pass(30s);
    EXPECT_EQ(follower.until("rating_expired").data.at("session"), ticket.at("rating").at("session"));
    EXPECT_TRUE(openSessions().empty());
}

TEST_F(Ratings, ALowScoreOpensACaseAndAHighOneDoesNot)
{
    const auto start = hall.seq();
    press(served(), 3, 1);
    const json low = served();
    press(low, 2, 2);
    Follower follower = hall.follow("duty-manager", start);
    const Seen opened = follower.until("case_opened");
    EXPECT_EQ(opened.data.at("ticket"), low.at("id"));
    for (const Seen& seen : follower.seen())
        EXPECT_TRUE(seen.name != "case_opened" || seen.seq == opened.seq);
}

TEST_F(Ratings, OfAnotherTicketsSessionIsABadField)
{
    const json first = served();
    const json second = served();
    json mixed = first;
    mixed["rating"]["session"] = second.at("rating").at("session");
    EXPECT_EQ(press(mixed, 5, 1).code(), "bad_field");
}

TEST_F(Ratings, ThatTheClerkSkippedOrThatFollowATransferInviteNobody)
{
    hall.issue();
    at("next");
    at("start");
    EXPECT_TRUE(at("finish", {{"skipRating", "in a hurry"}}).body.at("rating").is_null());
    hall.issue();
    at("next");
    at("start");
    EXPECT_TRUE(at("transfer", {{"service", "plans"}}).body.at("rating").is_null());
}

TEST_F(Ratings, ThePanelsWayIsWrittenDown)
{
    const std::string id = served().at("rating").at("session");
    Face& bridge = hall.as("bridge");
    const std::string path = "/rating-sessions/" + id;
    EXPECT_EQ(openSessions().at(0).at("windowSeconds"), 30);
    EXPECT_EQ(bridge.post(path + "/failed", {{"reason", "silent"}}).body.at("state"), "failed");
    EXPECT_EQ(bridge.post(path + "/armed").body.at("state"), "armed");
    clock.pass(30s);
    Follower follower = hall.follow("bridge", 0);
    follower.until("rating_expired");
    expectClosed(bridge.post(path + "/armed"), "expired");
}

TEST(RatingLabels, OfAGovernmentHallCountThreeAsGood)
{
    std::string settings{settings::defaultHall()};
    const auto set = [&settings](const std::string& from, const std::string& to) {
        settings.replace(settings.find(from), from.size(), to);
    };
    set("labels = \"telecom\"", "labels = \"government\"");
    set("opens_case = [1, 2]", "opens_case = [1]");
    TestClock clock(kMondayNoon);
    RunningHall hall(settings, clock.journalClock());
    hall.open(1);
    const json levels = hall.as("kiosk-1").get("/board").body.at("ratingLevels");
    EXPECT_EQ(levels[2].at("name").at("zh"), "基本满意");
    EXPECT_EQ(levels[2].at("satisfied"), true);
    EXPECT_EQ(levels[1].at("satisfied"), false);
    EXPECT_EQ(levels[1].at("opensCase"), false);
    EXPECT_EQ(levels[0].at("opensCase"), true);
}

namespace {

/// Tuesday, 24 November, is a holiday, and the Saturday after it is worked.
constexpr const char* kDeadlines = R"(
[cases]
contact_working_days = 1
close_working_days = 3

[[calendar]]
date = "2026-11-24"
like = "holidays"
[[calendar]]
date = "2026-11-28"
like = "fri"
)";

} // namespace

TEST(CaseDates, AreCountedInWorkingDaysAndToldToStaff)
{
    TestClock clock(kMondayNoon);
    RunningHall hall(std::string(settings::defaultHall()) + kDeadlines, clock.journalClock());
    hall.open(1);
    hall.issue();
    Face& clerk = hall.as("counter-1");
    clerk.post("/counters/1/next");
    clerk.post("/counters/1/start");
    const json ticket = clerk.post("/counters/1/finish").body;
    const auto start = hall.seq();
    const json by{{"uid", "0001A2B3"}, {"epoch", 1}, {"seq", 1}, {"pressedAt", hall.elapsed()}};
    const Said rated =
        hall.as("bridge").post("/tickets/" + std::string(ticket.at("id")) + "/rating",
                               {{"session", ticket.at("rating").at("session")}, {"score", 1}, {"press", by}});
    ASSERT_EQ(rated.status, 201) << rated.raw.body;
    const json opened = hall.follow("duty-manager", start).until("case_opened").data;
    EXPECT_EQ(opened.at("contactDueOn"), "2026-11-25") << "Tuesday is a holiday";
    EXPECT_EQ(opened.at("mendedDueOn"), "2026-11-27");
    EXPECT_FALSE(opened.contains("dueIsProvisional")) << "the calendar has this year's days";
    const json row = hall.as("manager").get("/reports/services?from=2026-11-23&to=2026-11-24").body.at(0);
    EXPECT_EQ(row.at("contactDueOn"), "2026-11-25");
    EXPECT_EQ(row.at("mendedDueOn"), "2026-11-27");
    EXPECT_EQ(row.at("dueIsProvisional"), false);
}

TEST(CaseDates, FollowTheCalendarThatTheReloadBrings)
{
    TestClock clock(kMondayNoon);
    RunningHall hall(std::string(settings::defaultHall()) + "\n[cases]\ncontact_working_days = 1\n",
                     clock.journalClock());
    const json before = hall.as("usher").get("/calendar?from=2026-11-23&to=2026-11-30").body;
    EXPECT_EQ(before.at("workingDays"), 5);
    EXPECT_EQ(before.at("dates").at(1).at("workingDay"), true);
    EXPECT_EQ(before.at("dates").at(1).at("hasEntries"), false);
    hall.reload(std::string(settings::defaultHall()) + kDeadlines);
    const json after = hall.as("usher").get("/calendar?from=2026-11-23&to=2026-11-30").body;
    EXPECT_EQ(after.at("workingDays"), 5) << "one less, one more";
    EXPECT_EQ(after.at("dates").at(1).at("workingDay"), false);
    EXPECT_EQ(after.at("dates").at(5).at("workingDay"), true) << "the Saturday that is worked";
    EXPECT_EQ(after.at("dates").at(1).at("hasEntries"), true);
    EXPECT_EQ(hall.as("usher").get("/calendar?from=2026-11-23&to=2028-11-30").code(), "bad_field");
    EXPECT_EQ(hall.as("usher").get("/calendar").body.at("workingDays"), nullptr);
}

} // namespace starqueue::hall::test
