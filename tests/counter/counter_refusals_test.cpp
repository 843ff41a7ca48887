#include <counter/counter_desk.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CounterModel;
using counter::test::CounterDesk;
using test::eventually;
using Page = CounterModel::Page;

namespace {

struct CounterRefusals : testing::Test
{
    CounterDesk desk;
    CounterModel& model = desk.model;

    void beIdle()
    {
        desk.stand("open");
        ASSERT_TRUE(desk.look());
    }
};

TEST_F(CounterRefusals, ARefusalIsSaidInWordsAndStaysUntilTheNextCommand)
{
    beIdle();
    desk.answer("next", 409, {{"code", "counter_busy"}, {"detail", "busy"}, {"state", "serving"}});
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_EQ(model.notice(), u"本窗口还有顾客，请先办结。"_s);
    EXPECT_TRUE(model.noticeIsRefusal());
    desk.pass(60s);
    EXPECT_FALSE(model.notice().isEmpty());
    desk.answer("next", 204);
    model.doNextStep();
    EXPECT_TRUE(model.notice().isEmpty());
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
}

TEST_F(CounterRefusals, ACodeThatIsNotKnownIsSaidInTheHallsWords)
{
    beIdle();
    desk.hall.replyUndescribed("POST", "/counters/3/next", 409,
                               {{"code", "brand_new"}, {"detail", "Something new happened."}});
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_EQ(model.notice(), "Something new happened.");
}

TEST_F(CounterRefusals, NobodyWaitingIsNoFaultAndGoesAwayByItself)
{
    beIdle();
    desk.answer("next", 204);
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_FALSE(model.noticeIsRefusal());
    desk.pass(CounterModel::kNoticeStays);
    EXPECT_TRUE(model.notice().isEmpty());
}

TEST_F(CounterRefusals, FinishingSaysWhetherARatingWasAskedForAndThatItCame)
{
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
    ASSERT_TRUE(desk.look());
    desk.answer("finish", 200,
                CounterDesk::ticket("A012", "finished", {{"rating", QJsonObject{{"session", "1"}}}}));
    desk.stand("open");
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_EQ(model.notice(), u"A012 已办结，已请顾客评价。"_s);
    const auto rated = [](const QString& counter) {
        return client::api::Event{.name = client::api::EventName::TicketRated, .counter = counter};
    };
    model.takeEvent(rated("4"));
    EXPECT_EQ(model.notice(), u"A012 已办结，已请顾客评价。"_s);
    model.takeEvent(rated("3"));
    EXPECT_EQ(model.notice(), u"A012 的顾客已评价。"_s) << "without the score";
}

TEST_F(CounterRefusals, WithoutTheHallNothingCanBePressed)
{
    beIdle();
    model.setConnected(false, {});
    EXPECT_FALSE(model.canDoNextStep());
    EXPECT_FALSE(model.canCallNumber());
    model.doNextStep();
    model.setConnected(true, {});
    ASSERT_TRUE(desk.look());
    EXPECT_TRUE(desk.sent("next").isEmpty());
    EXPECT_TRUE(model.canDoNextStep());
}

TEST_F(CounterRefusals, AnAnswerThatCouldNotBeSentIsNotSwallowed)
{
    beIdle();
    model.callNumber();
    model.prompt()->setNumber("a012");
    model.setConnected(false, {});
    model.prompt()->choose(0);
    EXPECT_TRUE(model.noticeIsRefusal());
    EXPECT_EQ(model.notice(), u"没有发送成功，请再试一次。"_s);
}

TEST_F(CounterRefusals, ATokenForAnotherCounterIsSaidSo)
{
    desk.hall.reply("GET", "/counters/3", 403,
                    {{"code", "forbidden"}, {"detail", "This token is for counter 4."}});
    model.takeBoard({});
    ASSERT_TRUE(eventually([&] { return model.page() == Page::Forbidden; }));
    EXPECT_TRUE(model.problem().contains("改用窗口 3 的访问凭证")) << model.problem().toStdString();
    EXPECT_FALSE(model.problem().contains("token")) << "the hall's own words are for the log";
    EXPECT_FALSE(model.canDoNextStep());
    EXPECT_EQ(model.nextStepText(), "无法在此操作");
}

TEST_F(CounterRefusals, ACounterThatTheHallDoesNotHaveIsSaidSo)
{
    desk.hall.reply("GET", "/counters/3", 404, {{"code", "not_found"}, {"detail", "There is no counter 3."}});
    model.takeBoard({});
    ASSERT_TRUE(eventually([&] { return model.page() == Page::Forbidden; }));
    EXPECT_TRUE(model.problem().contains("大厅没有窗口 3")) << model.problem().toStdString();
}

TEST_F(CounterRefusals, AQuestionClosesWhenItHasNoSubjectAnyMore)
{
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
    ASSERT_TRUE(desk.look());
    model.park();
    ASSERT_TRUE(model.prompt()->isOpen());
    beIdle();
    EXPECT_TRUE(eventually([&] { return !model.prompt()->isOpen(); }));
}

TEST_F(CounterRefusals, AClosedCounterOpensOnlyForANamedClerk)
{
    CounterModel unnamed(desk.client, "3", "",
                         {.wall = [this] { return desk.wall; }, .steady = [this] { return desk.steady; }});
    unnamed.setConnected(true, {});
    desk.stand("closed");
    unnamed.takeBoard({});
    ASSERT_TRUE(eventually([&] { return unnamed.page() == Page::Closed; }));
    EXPECT_FALSE(unnamed.canDoNextStep());
    unnamed.setClerk(" 21 ");
    EXPECT_TRUE(unnamed.canDoNextStep());
    EXPECT_EQ(unnamed.clerk(), "21");
}

} // namespace
