#include <hall/api/support/running_hall.h>
#include <hall/settings/edited_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

/// 23 November, 04:50 in Shanghai: still the business day before.
TestClock beforeFive()
{
    return TestClock(Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}} + 20h + 50min);
}

} // namespace

TEST(DayChange, CarriesWhoIsServedAndEndsWhoWaits)
{
    TestClock clock = beforeFive();
    RunningHall hall({}, clock.journalClock());
    EXPECT_EQ(hall.as("display").get("/board").body.at("date"), "2026-11-22");
    const json served = hall.issue();
    const json waiting = hall.issue();
    hall.open(1);
    hall.open(2);
    hall.as("counter-1").post("/counters/1/next");
    hall.as("counter-1").post("/counters/1/start");
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(10min);
    follower.until("ticket_unserved", [&](const json& data) { return data["ticket"] == waiting["id"]; });
    follower.until("day_opened", [](const json& data) { return data.at("date") == "2026-11-23"; });
    const Said carried = hall.as("usher").get("/tickets/" + std::string(served.at("id")));
    EXPECT_EQ(carried.body.at("state"), "serving");
    EXPECT_EQ(carried.body.at("number"), "A001");
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/finish").status, 200);
    EXPECT_EQ(hall.as("usher").get("/counters").body.at(1).at("state"), "closed");
}

TEST(DayChange, CarriesWhoWaitsWhereTheHallNeverCloses)
{
    TestClock clock = beforeFive();
    RunningHall hall(settings::test::edited("carry_waiting = false", "carry_waiting = true"),
                     clock.journalClock());
    const json waiting = hall.issue();
    hall.open(1);
    Follower follower = hall.follow("manager", hall.seq());
    clock.pass(10min);
    follower.until("day_opened", [](const json& data) { return data.at("date") == "2026-11-23"; });
    const Said carried = hall.as("usher").get("/tickets/" + std::string(waiting.at("id")));
    EXPECT_EQ(carried.body.at("state"), "waiting");
    EXPECT_EQ(carried.body.at("number"), "A001");
    EXPECT_EQ(hall.issue().at("number"), "A002") << "A001 is in the room";
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/next").body.at("number"), "A001");
}

TEST(DayChange, BeginsNumbersAgainAndGoesOnWithIds)
{
    TestClock clock = beforeFive();
    RunningHall hall({}, clock.journalClock());
    const json yesterday = hall.issue();
    Follower follower = hall.follow("display", hall.seq());
    clock.pass(10min);
    follower.until("day_opened");
    const json today = hall.issue();
    EXPECT_EQ(today.at("number"), yesterday.at("number"));
    EXPECT_EQ(std::stoi(today.at("id").get<std::string>()),
              std::stoi(yesterday.at("id").get<std::string>()) + 1);
}

TEST(DayChange, WhileTheHallWasOffIsMadeGoodAtItsStart)
{
    TestClock clock = beforeFive();
    RunningHall hall({}, clock.journalClock());
    hall.issue();
    hall.stop();
    clock.pass(72h);
    hall.start();
    const json board = hall.as("display").get("/board").body;
    EXPECT_EQ(board.at("date"), "2026-11-25");
    EXPECT_EQ(board.at("dayOpen"), true);
    EXPECT_EQ(board.at("services").at(0).at("waiting"), 0);
}

} // namespace starqueue::hall::test
