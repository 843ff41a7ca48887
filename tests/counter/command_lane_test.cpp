#include <client/scripted_hall.h>
#include <counter/command_lane.h>

#include <gtest/gtest.h>

using namespace starqueue;
using counter::CommandLane;
using test::eventually;

namespace {

struct CommandLaneTest : testing::Test
{
    std::chrono::milliseconds steady{0};
    test::ScriptedHall hall;
    client::HallClient client{{hall.url(), "secret"}};
    CommandLane lane{client, "3", {.wall = [] { return QDateTime(); }, .steady = [this] { return steady; }}};
    QStringList answered;

    CommandLaneTest()
    {
        hall.always("GET", "/counters/3", [] { return QJsonObject{{"state", "open"}}; });
        QObject::connect(&lane, &CommandLane::answered, &lane,
                         [this](const QString& verb) { answered << verb; });
    }
};

TEST_F(CommandLaneTest, TakesTheFirstCommandAtOnceAndNoSecondBesideIt)
{
    hall.reply("POST", "/counters/3/next", 200);
    EXPECT_TRUE(lane.send("next"));
    EXPECT_TRUE(lane.busy());
    steady += CommandLane::kSettle;
    EXPECT_FALSE(lane.send("recall"));
    ASSERT_TRUE(eventually([&] { return !answered.isEmpty(); }));
    EXPECT_FALSE(lane.busy());
    EXPECT_EQ(answered, QStringList("next"));
}

TEST_F(CommandLaneTest, TakesNoCommandSoSoonAfterAnotherThatItMightBeTheSamePress)
{
    hall.reply("POST", "/counters/3/next", 200);
    hall.reply("POST", "/counters/3/start", 200);
    ASSERT_TRUE(lane.send("next"));
    ASSERT_TRUE(eventually([&] { return !lane.busy(); }));
    steady += CommandLane::kSettle - std::chrono::milliseconds(1);
    EXPECT_FALSE(lane.send("start"));
    steady += std::chrono::milliseconds(1);
    EXPECT_TRUE(lane.send("start"));
    ASSERT_TRUE(eventually([&] { return answered.size() == 2; }));
}

TEST_F(CommandLaneTest, APictureFromBeforeACommandIsDropped)
{
    int pictures = 0;
    QObject::connect(&lane, &CommandLane::counterChanged, &lane, [&] { ++pictures; });
    hall.reply("POST", "/counters/3/next", 200);
    lane.ask();
    ASSERT_TRUE(lane.send("next"));
    ASSERT_TRUE(eventually([&] { return answered.size() == 1; }));
    EXPECT_EQ(hall.requests("GET", "/counters/3").size(), 2);
    EXPECT_EQ(pictures, 1);
}

TEST_F(CommandLaneTest, AQuestionDuringACommandIsAskedAfterIt)
{
    hall.reply("POST", "/counters/3/next", 200);
    ASSERT_TRUE(lane.send("next"));
    lane.ask();
    EXPECT_TRUE(eventually([&] { return hall.requests("GET", "/counters/3").size() == 2; }));
    EXPECT_EQ(answered, QStringList("next"));
}

} // namespace
