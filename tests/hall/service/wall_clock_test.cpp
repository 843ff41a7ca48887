#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

using namespace std::chrono_literals;

class WallClockTest : public ::testing::Test
{
protected:
    json board() { return hall.as("display").get("/board").body; }
    json ticketNow(const json& ticket)
    {
        return hall.as("usher").get("/tickets/" + std::string(ticket.at("id"))).body;
    }

    TestClock clock{kMonday};
    RunningHall hall{{}, clock.journalClock()};
};

} // namespace

TEST_F(WallClockTest, AStepMovesWhatIsShownOfTheWholeDayAndNoWait)
{
    const json ticket = hall.issue();
    const std::int64_t before = hall.elapsed();
    clock.pass(60s);
    clock.stepWall(100s);
    EXPECT_EQ(board().at("at"), "2026-11-23T02:02:40.000Z");
    EXPECT_EQ(ticketNow(ticket).at("issuedAt"), "2026-11-23T02:01:40.000Z");
    EXPECT_EQ(hall.elapsed() - before, 60'000);
    clock.stepWall(-110s);
    EXPECT_EQ(board().at("at"), "2026-11-23T02:00:50.000Z");
    EXPECT_EQ(ticketNow(ticket).at("issuedAt"), "2026-11-23T01:59:50.000Z");
}

TEST_F(WallClockTest, AStepIsToldToStaffAndStampsTheEventsThatFollow)
{
    Follower follower = hall.follow("duty-manager", hall.seq());
    clock.stepWall(90s);
    EXPECT_EQ(follower.until("clock_stepped").data.at("offsetSeconds"), 90);
    hall.issue();
    EXPECT_EQ(follower.until("ticket_issued").data.at("at"), "2026-11-23T02:01:30.000Z");
}

TEST_F(WallClockTest, AStepOutlivesARestartAndTheChangeOfTheDay)
{
    clock.stepWall(-90s);
    hall.issue();
    hall.stop();
    clock.pass(24h);
    hall.start();
    EXPECT_EQ(board().at("at"), "2026-11-24T01:58:30.000Z");
    EXPECT_EQ(board().at("date"), "2026-11-24");
    hall.stop();
    hall.start();
    EXPECT_EQ(board().at("at"), "2026-11-24T01:58:30.000Z");
}

TEST_F(WallClockTest, ARestartKnowsHowLongTheHallWasDownAlthoughTheClockStoodBack)
{
    hall.issue();
    const std::int64_t before = hall.elapsed();
    hall.stop();
    clock.pass(40s);
    clock.stepWall(-1h);
    hall.start();
    EXPECT_EQ(hall.elapsed() - before, 40'000);
    EXPECT_EQ(board().at("at"), "2026-11-23T02:00:40.000Z") << "an hour back isn't believed";
}

TEST_F(WallClockTest, AStepMovesAReportedHalfHourOfTheDay)
{
    clock.pass(28min);
    hall.open(1);
    hall.issue();
    hall.as("counter-1").post("/counters/1/next");
    const auto halfHour = [this] {
        return hall.as("manager").get("/reports/waits?by=halfhour").body.at(0).at("halfhour");
    };
    EXPECT_EQ(halfHour(), "10:00");
    clock.stepWall(119s);
    clock.pass(1s);
    hall.issue();
    clock.stepWall(119s);
    hall.issue();
    EXPECT_EQ(halfHour(), "10:30");
}

} // namespace starqueue::hall::test
