#include <hall/api/support/running_hall.h>

#include <hall/settings/default_hall.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// The default hall with some of its text changed.
std::string hallToml(std::initializer_list<std::pair<std::string_view, std::string_view>> changes)
{
    std::string text{settings::defaultHall()};
    for (const auto& [from, to] : changes) {
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string weekdaysNineToFive()
{
    return hallToml({{"path = []", "path = []\nopens = { mon-fri = [\"09:00-17:00\"] }\n"
                                   "last_ticket_minutes = 15\n"},
                     {"# daily_tickets = 200 ", "opens = { mon-fri = [\"14:00-16:00\"] } #"}});
}

json servicesOf(RunningHall& hall, const std::string& face = "kiosk-1")
{
    json byId;
    for (const json& service : hall.as(face).get("/services").body)
        byId[std::string(service.at("id"))] = service;
    return byId;
}

const json kAtPlans{{"service", "plans"}};

} // namespace

TEST(OpeningHoursApi, RefuseATicketWithTheTimeWhenTheHallOpensNext)
{
    TestClock clock(kMonday + 7h); // five in the afternoon
    RunningHall hall(weekdaysNineToFive(), clock.journalClock());
    const Said said = hall.as("kiosk-1").post("/tickets", kAtPlans);
    expectRefused(said, "hall_closed", "outside_hours");
    EXPECT_EQ(said.body.at("opensAt"), "2026-11-24T01:00:00.000Z");
    EXPECT_NE(said.body.at("detail").get<std::string>().find("2026-11-24 09:00"), std::string::npos);
    const json board = hall.as("display").get("/board").body;
    EXPECT_EQ(board.at("opening").at("open"), false);
    EXPECT_EQ(board.at("opening").at("opensAt"), "2026-11-24T01:00:00.000Z");
    EXPECT_EQ(servicesOf(hall).at("plans").at("closedReason"), "hall_closed");
    EXPECT_EQ(servicesOf(hall).at("plans").at("open"), false);
}

TEST(OpeningHoursApi, OfAClosedHallPromiseNobodyAWait)
{
    TestClock clock(kMonday + 7h);
    RunningHall hall(weekdaysNineToFive(), clock.journalClock());
    hall.open(1); // its counter may still be open
    EXPECT_EQ(servicesOf(hall).at("plans").at("waitSeconds").at("method"), "unknown");
    EXPECT_TRUE(servicesOf(hall).at("plans").at("waitSeconds").at("p90").is_null());
}

TEST(OpeningHoursApi, EndKiosksWithTheLastTicketAndStaffWithTheClosing)
{
    TestClock clock(kMonday + 6h + 44min);
    RunningHall hall(weekdaysNineToFive(), clock.journalClock());
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", kAtPlans).status, 201);
    EXPECT_EQ(servicesOf(hall).at("plans").at("lastTicketAt"), "2026-11-23T08:45:00.000Z");
    clock.pass(1min);
    expectRefused(hall.as("kiosk-1").post("/tickets", kAtPlans), "hall_closed", "outside_hours");
    EXPECT_EQ(hall.as("usher").post("/tickets", kAtPlans).status, 201);
    clock.pass(15min);
    expectRefused(hall.as("usher").post("/tickets", kAtPlans), "hall_closed", "outside_hours");
}

TEST(OpeningHoursApi, OfAServiceCloseThatServiceAlone)
{
    TestClock clock(kMonday);
    RunningHall hall(weekdaysNineToFive(), clock.journalClock());
    const Said said = hall.as("kiosk-1").post("/tickets", {{"service", "account"}});
    expectRefused(said, "service_closed", "outside_hours");
    EXPECT_EQ(said.body.at("opensAt"), "2026-11-23T06:00:00.000Z");
    EXPECT_EQ(servicesOf(hall).at("account").at("closedReason"), "outside_hours");
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", kAtPlans).status, 201);
}

TEST(OpeningHoursApi, HoldAfterARestartAndChangeAtOnceWithAReload)
{
    TestClock clock(kMonday + 7h);
    RunningHall hall(weekdaysNineToFive(), clock.journalClock());
    hall.stop();
    hall.start();
    expectRefused(hall.as("usher").post("/tickets", kAtPlans), "hall_closed", "outside_hours");
    hall.reload(std::string(settings::defaultHall()));
    EXPECT_EQ(hall.as("usher").post("/tickets", kAtPlans).status, 201);
}

TEST(LimitsApi, SayWhichOneIsReachedAndShowASoldOutService)
{
    RunningHall hall(hallToml({{"# daily_tickets = 200", "daily_tickets = 1"}}));
    EXPECT_EQ(servicesOf(hall).at("account").at("ticketsLeft"), 1);
    const json first = hall.issue();
    expectRefused(hall.as("kiosk-1").post("/tickets", {{"service", "account"}}), "limit_reached", "sold_out");
    EXPECT_EQ(servicesOf(hall).at("account").at("closedReason"), "sold_out");
    EXPECT_EQ(servicesOf(hall).at("account").at("ticketsLeft"), 0);
    EXPECT_EQ(servicesOf(hall).at("plans").at("ticketsLeft"), nullptr);
    hall.as("usher").post("/tickets/" + std::string(first.at("id")) + "/cancel");
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", {{"service", "account"}}).status, 201);
}

TEST(LimitsApi, ArePassedByStaffWhoSaySoAndByNoKiosk)
{
    RunningHall hall(hallToml({{"# daily_tickets = 200", "daily_tickets = 1"}}));
    hall.issue();
    const json beyond{{"service", "account"}, {"beyondLimits", true}};
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", beyond).status, 403);
    expectRefused(hall.as("usher").post("/tickets", {{"service", "account"}}), "limit_reached", "sold_out");
    EXPECT_EQ(hall.as("usher").post("/tickets", beyond).status, 201);
}

TEST(LimitsApi, HoldOnePersonAndOneKioskBack)
{
    TestClock clock(kMonday);
    RunningHall hall(
        hallToml({{"[rating]", "[issue]\nmost_per_identity = 1\nmost_per_kiosk_minute = 2\n[rating]"}}),
        clock.journalClock());
    hall.open(1);
    const json five{{"service", "account"}, {"identity", {{"kind", "phone"}, {"value", "13900000005"}}}};
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", five).status, 201);
    for (const char* step : {"next", "start", "finish"})
        hall.as("counter-1").post("/counters/1/" + std::string(step));
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", five).status, 201)
        << "a number that is typed tells nothing about its owner's tickets: an ordinary one";
    expectRefused(hall.as("kiosk-1").post("/tickets", kAtPlans), "limit_reached", "kiosk_busy");
    EXPECT_EQ(hall.as("kiosk-2").post("/tickets", kAtPlans).status, 201);
    hall.issue("plans", {{"kiosk", "1"}});
    clock.pass(60s);
    EXPECT_EQ(hall.as("kiosk-1").post("/tickets", kAtPlans).status, 201);
}

TEST(LimitsApi, TurnTheRecallAfterTheLastIntoANoShow)
{
    RunningHall hall(hallToml({{"# after_recalls = 3", "after_recalls = 1"}}));
    hall.issue();
    hall.open(1);
    Face& clerk = hall.as("counter-1");
    EXPECT_EQ(clerk.post("/counters/1/next").body.at("recallsLeft"), 1);
    const json recalled = clerk.post("/counters/1/recall").body;
    EXPECT_EQ(recalled.at("state"), "called");
    EXPECT_EQ(recalled.at("recallsLeft"), 0);
    const json gone = clerk.post("/counters/1/recall").body;
    EXPECT_EQ(gone.at("state"), "no_show");
    EXPECT_EQ(gone.at("recallsLeft"), nullptr);
    EXPECT_EQ(clerk.get("/counters/1").body.at("state"), "open");
}

TEST(LimitsApi, GiveACustomerTheTimeToComeBeforeANoShow)
{
    TestClock clock(kMonday);
    RunningHall hall(hallToml({{"earliest_seconds = 20 ", "earliest_seconds = 30 "}}), clock.journalClock());
    hall.issue();
    hall.open(1);
    Face& clerk = hall.as("counter-1");
    const json called = clerk.post("/counters/1/next").body;
    EXPECT_EQ(called.at("calledAt"), "2026-11-23T02:00:00.000Z");
    EXPECT_EQ(called.at("noShowAt"), "2026-11-23T02:00:30.000Z");
    clock.pass(10s);
    EXPECT_EQ(clerk.post("/counters/1/recall").body.at("noShowAt"), "2026-11-23T02:00:40.000Z");
    clock.pass(29s);
    const Said early = clerk.post("/counters/1/no-show");
    expectRefused(early, "too_early", "called");
    EXPECT_EQ(early.body.at("possibleAt"), "2026-11-23T02:00:40.000Z");
    const json may = clerk.get("/counters/1").body.at("may");
    EXPECT_NE(std::ranges::find(may, "no-show"), may.end()) << "nothing but time is missing";
    clock.pass(1s);
    const json gone = clerk.post("/counters/1/no-show").body;
    EXPECT_EQ(gone.at("state"), "no_show");
    EXPECT_EQ(gone.at("noShowAt"), nullptr);
}

} // namespace starqueue::hall::test
