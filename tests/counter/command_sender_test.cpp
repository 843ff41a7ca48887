#include <counter/command_sender.h>
#include <support/scripted_hall.h>

#include <gtest/gtest.h>

using namespace starqueue;
using client::api::May;
using counter::CommandSender;
using test::eventually;

namespace {

struct CommandSenderTest : testing::Test
{
    std::chrono::milliseconds steady{0};
    test::ScriptedHall hall;
    client::HallClient client{{hall.url(), "secret"}};
    CommandSender sender{
        client, "3", {.wall = [] { return QDateTime(); }, .steady = [this] { return steady; }}};
    QList<May> answered;

    CommandSenderTest()
    {
        hall.always("GET", "/counters/3", [] { return QJsonObject{{"state", "open"}}; });
        QObject::connect(&sender, &CommandSender::answered, &sender, [this](May step) { answered << step; });
    }
};

TEST_F(CommandSenderTest, TakesTheFirstCommandAtOnceAndNoSecondBesideIt)
{
    hall.reply("POST", "/counters/3/next", 200);
    EXPECT_TRUE(sender.send({.step = May::Next}));
    EXPECT_TRUE(sender.busy());
    steady += CommandSender::kSettle;
    EXPECT_FALSE(sender.send({.step = May::Recall}));
    ASSERT_TRUE(eventually([&] { return !answered.isEmpty(); }));
    EXPECT_FALSE(sender.busy());
    EXPECT_EQ(answered, QList<May>{May::Next});
}

TEST_F(CommandSenderTest, TakesNoCommandSoSoonAfterAnotherThatItMightBeTheSamePress)
{
    hall.reply("POST", "/counters/3/next", 200);
    hall.reply("POST", "/counters/3/start", 200);
    ASSERT_TRUE(sender.send({.step = May::Next}));
    ASSERT_TRUE(eventually([&] { return !sender.busy(); }));
    steady += CommandSender::kSettle - std::chrono::milliseconds(1);
    EXPECT_FALSE(sender.send({.step = May::Start}));
    steady += std::chrono::milliseconds(1);
    EXPECT_TRUE(sender.send({.step = May::Start}));
    ASSERT_TRUE(eventually([&] { return answered.size() == 2; }));
}

TEST_F(CommandSenderTest, APictureFromBeforeACommandIsDropped)
{
    int pictures = 0;
    QObject::connect(&sender, &CommandSender::counterChanged, &sender, [&] { ++pictures; });
    hall.reply("POST", "/counters/3/next", 200);
    sender.ask();
    ASSERT_TRUE(sender.send({.step = May::Next}));
    ASSERT_TRUE(eventually([&] { return answered.size() == 1; }));
    EXPECT_EQ(hall.requests("GET", "/counters/3").size(), 2);
    EXPECT_EQ(pictures, 1);
}

TEST_F(CommandSenderTest, AQuestionDuringACommandIsAskedAfterIt)
{
    hall.reply("POST", "/counters/3/next", 200);
    ASSERT_TRUE(sender.send({.step = May::Next}));
    sender.ask();
    EXPECT_TRUE(eventually([&] { return hall.requests("GET", "/counters/3").size() == 2; }));
    EXPECT_EQ(answered, QList<May>{May::Next});
}

} // namespace
