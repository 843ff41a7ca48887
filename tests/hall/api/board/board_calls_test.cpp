#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {

namespace {

void serveOne(RunningHall& hall, const std::string& counter)
{
    for (const char* step : {"next", "start", "finish"})
        ASSERT_EQ(hall.as("counter-" + counter).post("/counters/" + counter + '/' + step).status, 200)
            << step;
}

} // namespace

TEST(BoardCalls, WhoIsStillExpectedStaysOnItHoweverManyWereCalledAfterwards)
{
    constexpr int kServed = 14;
    RunningHall hall;
    for (int i = 0; i <= kServed; ++i)
        hall.issue();
    hall.open(1);
    hall.open(2);
    ASSERT_EQ(hall.as("counter-2").post("/counters/2/next").status, 200);
    for (int i = 0; i < kServed; ++i)
        serveOne(hall, "1");
    const json calls = hall.as("display").get("/board").body.at("calls");
    ASSERT_EQ(calls.size(), 13) << "twelve that have ended, and who is expected";
    EXPECT_EQ(calls.back().at("counter"), "2") << "the oldest call of all";
    EXPECT_EQ(calls.back().at("state"), "called");
    EXPECT_EQ(calls.front().at("state"), "finished");
    EXPECT_GT(calls.front().at("elapsed"), calls.back().at("elapsed"));
}

} // namespace starqueue::hall::test
