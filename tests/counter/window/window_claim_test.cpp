#include <counter/counter_desk.h>
#include <counter/window/window_claim.h>

#include <gtest/gtest.h>

using namespace starqueue;
using counter::WindowClaim;
using counter::test::CounterDesk;
using test::eventually;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject kInUse{{"code", "counter_in_use"}, {"detail", "x"}};

struct WindowClaims : testing::Test
{
    CounterDesk desk{u"en"_s};
    client::HallClient client{{.url = desk.hall.url(), .token = "secret", .window = "w-1"}};
    WindowClaim claim{client, u"3"_s};
    QList<bool> heard;

    void SetUp() override
    {
        QObject::connect(&claim, &WindowClaim::heard, &claim, [this](bool elsewhere) { heard << elsewhere; });
    }
    void answer(int status, const QJsonObject& body = {})
    {
        desk.hall.reply("POST", "/heartbeat", status, body);
    }
    QJsonObject lastBeat() { return desk.hall.requests("POST", "/heartbeat").last().body; }
    bool hears(qsizetype count)
    {
        return eventually([&] { return heard.size() == count; });
    }
};

TEST_F(WindowClaims, TellTheWindowAndHearThatAnotherHasTheCounter)
{
    answer(409, kInUse);
    claim.start();
    ASSERT_TRUE(hears(1));
    EXPECT_TRUE(heard.last());
    EXPECT_EQ(lastBeat()["does"], "calls");
    EXPECT_EQ(lastBeat()["of"], QJsonArray{"3"});
    EXPECT_EQ(lastBeat()["window"], "w-1");
    EXPECT_EQ(lastBeat()["takesOver"], false);
    EXPECT_EQ(lastBeat()["waits"], false);
    answer(204);
    claim.takeOver();
    ASSERT_TRUE(hears(2));
    EXPECT_FALSE(heard.last());
    EXPECT_EQ(lastBeat()["takesOver"], true);
    EXPECT_EQ(lastBeat()["waits"], true) << "it was refused before";
}

TEST_F(WindowClaims, AHallOfBeforeRefusesNone)
{
    desk.hall.replyUndescribed("POST", "/heartbeat", 404, {{"code", "not_found"}, {"detail", "x"}});
    claim.start();
    ASSERT_TRUE(hears(1));
    EXPECT_FALSE(heard.last());
}

struct TakenCounters : testing::Test
{
    CounterDesk desk{u"en"_s};
    counter::CounterModel& model = desk.model;
};

TEST_F(TakenCounters, AnotherWindowsCounterIsSaidAndOnlyTakingOverIsLeft)
{
    desk.stand("open");
    ASSERT_TRUE(desk.look());
    int wanted = 0;
    QObject::connect(&model, &counter::CounterModel::takeOverWanted, &model, [&] { ++wanted; });
    model.setElsewhere(true);
    EXPECT_EQ(model.page(), counter::CounterModel::Page::InUse);
    EXPECT_EQ(model.nextStepText(), u"Take over here"_s);
    EXPECT_TRUE(model.canDoNextStep());
    EXPECT_FALSE(model.canPause() || model.canCallNumber() || model.canMore() || model.canHelp());
    model.doNextStep();
    EXPECT_EQ(wanted, 1);
    EXPECT_TRUE(desk.sent("next").isEmpty());
    model.setElsewhere(false);
    EXPECT_EQ(model.page(), counter::CounterModel::Page::Idle);
    ASSERT_TRUE(desk.look());
}

TEST_F(TakenCounters, AStepThatComesTooLateSaysSoToo)
{
    desk.stand("open");
    ASSERT_TRUE(desk.look());
    desk.answer("next", 409, kInUse);
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return model.page() == counter::CounterModel::Page::InUse; }));
    ASSERT_TRUE(desk.look());
}

struct ClerksElsewhere : TakenCounters
{
    void open(const QString& state)
    {
        desk.stand("closed");
        ASSERT_TRUE(desk.look());
        desk.answer("open", 409, {{"code", "clerk_elsewhere"}, {"detail", "x"}, {"state", state}});
        model.doNextStep();
        ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    }
};

TEST_F(ClerksElsewhere, AreToldAndTakeOverByTheNextPress)
{
    open(u"4"_s);
    EXPECT_EQ(model.notice(), u"This clerk holds another counter. Take over here, and that one closes."_s);
    EXPECT_EQ(model.nextStepText(), u"Take over here"_s);
    EXPECT_FALSE(desk.sent("open").first().body.contains("takesOver"));
    desk.pass(std::chrono::seconds(1));
    desk.answer("open", 200, {{"state", "open"}, {"clerk", "17"}});
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return desk.sent("open").size() == 2; }));
    EXPECT_EQ(desk.sent("open").last().body["takesOver"], true);
    ASSERT_TRUE(desk.look());
}

TEST_F(ClerksElsewhere, WithACustomerThereCannot)
{
    open(u"busy"_s);
    EXPECT_EQ(model.notice(), u"This clerk has a customer at another counter. Finish there first."_s);
    EXPECT_EQ(model.nextStepText(), u"Open the counter"_s);
}

TEST_F(ClerksElsewhere, AnotherNumberTakesNothingOver)
{
    open(u"4"_s);
    model.setClerk(u"18"_s);
    EXPECT_EQ(model.nextStepText(), u"Open the counter"_s);
}

} // namespace
