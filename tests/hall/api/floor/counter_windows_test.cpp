#include <hall/api/devices/counter_windows.h>
#include <hall/api/support/running_hall.h>

#include <gtest/gtest.h>

namespace starqueue::hall::test {
namespace {

using namespace std::chrono_literals;

struct Windows : testing::Test
{
    std::chrono::milliseconds now{1'000'000};
    CounterWindows windows{[this] { return now; }};
};

TEST_F(Windows, TheFirstHasTheCounterAsLongAsItIsHeard)
{
    EXPECT_TRUE(windows.hear("3", {"a"}));
    for (int i = 0; i < 10; ++i) {
        now += 2s;
        EXPECT_TRUE(windows.hear("3", {"a"}));
        EXPECT_FALSE(windows.hear("3", {"b"}));
    }
    EXPECT_TRUE(windows.hear("4", {"b"}));
    EXPECT_TRUE(windows.mayWork("3", "a"));
    EXPECT_FALSE(windows.mayWork("3", "b"));
}

TEST_F(Windows, OneThatIsNotHeardForFiveSecondsLosesIt)
{
    EXPECT_TRUE(windows.hear("3", {"a"}));
    now += CounterWindows::kSilence - 1ms;
    EXPECT_FALSE(windows.hear("3", {"b"}));
    now += 1ms;
    EXPECT_TRUE(windows.mayWork("3", "b"));
    EXPECT_TRUE(windows.hear("3", {.window = "b", .waits = true}));
    EXPECT_FALSE(windows.hear("3", {"a"}));
}

TEST_F(Windows, OneThatTakesOverHasItAtOnce)
{
    EXPECT_TRUE(windows.hear("3", {"a"}));
    EXPECT_TRUE(windows.hear("3", {.window = "b", .takesOver = true}));
    EXPECT_FALSE(windows.hear("3", {.window = "a", .waits = true}));
}

TEST_F(Windows, AfterAStartOfTheHallWhoeverHadItComesFirst)
{
    EXPECT_FALSE(windows.hear("3", {.window = "b", .waits = true}));
    now += 2s;
    EXPECT_TRUE(windows.hear("3", {"a"}));
    EXPECT_FALSE(windows.hear("3", {.window = "b", .waits = true}));
    EXPECT_FALSE(windows.hear("4", {.window = "c", .waits = true}));
    now += 3s;
    EXPECT_TRUE(windows.hear("4", {.window = "c", .waits = true}));
}

TEST(CounterWindowsApi, ASecondWindowIsRefusedUntilItTakesTheCounterOver)
{
    RunningHall hall;
    const auto beat = [&](const std::string& window, bool takesOver = false) {
        return hall.as("counter-1")
            .post("/heartbeat", {{"does", "calls"},
                                 {"of", json::array({"1"})},
                                 {"window", window},
                                 {"takesOver", takesOver}});
    };
    const auto open = [&](const std::string& window) {
        return call(hall.port(), "POST", "/api/v1/counters/1/open",
                    R"({"clerk":"11","requestId":")" + newRequestId() + R"("})",
                    {{"Authorization", "Bearer " + hall.secret("counter-1")},
                     {"Content-Type", "application/json"},
                     {"StarQueue-Window", window}});
    };
    EXPECT_EQ(beat("a").status, 204);
    EXPECT_EQ(beat("b").code(), "counter_in_use");
    EXPECT_EQ(open("b").code(), "counter_in_use");
    EXPECT_EQ(beat("b", true).status, 204);
    EXPECT_EQ(beat("a").code(), "counter_in_use");
    EXPECT_EQ(open("a").code(), "counter_in_use");
    EXPECT_EQ(open("b").status, 200);
    EXPECT_EQ(hall.as("counter-1").post("/counters/1/pause", {{"reason", "x"}}).status, 200) << "a keypad";
    EXPECT_EQ(hall.as("counter-2")
                  .post("/heartbeat", {{"does", "calls"}, {"of", json::array({"1"})}, {"window", "c"}})
                  .status,
              403);
}

TEST(ClerkAtTwoCounters, TakesOverWhereNobodyIsAtTheOtherOne)
{
    RunningHall hall;
    const auto take = [&](bool takesOver) {
        return hall.as("counter-2").post("/counters/2/open", {{"clerk", "11"}, {"takesOver", takesOver}});
    };
    Face& first = hall.as("counter-1");
    EXPECT_EQ(first.post("/counters/1/open", {{"clerk", "11"}}).status, 200);
    EXPECT_EQ(take(false).code(), "clerk_elsewhere");
    EXPECT_EQ(hall.as("usher").post("/tickets", {{"service", "account"}}).status, 201);
    EXPECT_EQ(first.post("/counters/1/next").status, 200);
    EXPECT_EQ(take(true).code(), "clerk_elsewhere");
    EXPECT_EQ(take(true).body.at("state"), "busy");
    EXPECT_EQ(first.post("/counters/1/start").status, 200);
    EXPECT_EQ(first.post("/counters/1/finish", {{"skipRating", "x"}}).status, 200);
    EXPECT_EQ(take(true).status, 200);
    EXPECT_EQ(first.get("/counters/1").body.at("state"), "closed");
    EXPECT_EQ(hall.as("counter-2").get("/counters/2").body.at("clerk"), "11");
}

} // namespace
} // namespace starqueue::hall::test
