#include <counter/counter_desk.h>

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CounterModel;
using counter::test::CounterDesk;
using test::eventually;
using Page = CounterModel::Page;

namespace {

struct CounterModelTest : testing::Test
{
    CounterDesk desk;
    CounterModel& model = desk.model;

    QVariant fact(int row) { return static_cast<client::RowList*>(model.facts())->value(row, "label"); }
    void seeTicket(const QString& state)
    {
        desk.stand(state, {{"ticket", CounterDesk::ticket("A012", state)}});
        ASSERT_TRUE(desk.look());
    }
};

TEST_F(CounterModelTest, WaitsForTheHallBeforeAnythingCanBeDone)
{
    EXPECT_EQ(model.page(), Page::Connecting);
    EXPECT_FALSE(model.canDoNextStep());
}

TEST_F(CounterModelTest, TheMainStepLeadsThroughTheWholeService)
{
    const QList<QPair<QString, QByteArray>> steps{{"closed", "open"},
                                                  {"open", "next"},
                                                  {"calling", "start"},
                                                  {"serving", "finish"},
                                                  {"paused", "resume"}};
    QString before = model.nextStepText();
    for (const auto& [state, verb] : steps) {
        const bool here = state == "calling" || state == "serving";
        desk.stand(state, {{"ticket", here ? QJsonValue(CounterDesk::ticket("A012", state)) : QJsonValue()}});
        ASSERT_TRUE(desk.look());
        ASSERT_TRUE(eventually([&] { return model.nextStepText() != before; })) << verb.toStdString();
        before = model.nextStepText();
        const bool ofTicket = verb != "open" && verb != "resume";
        desk.answer(verb, 200, ofTicket ? CounterDesk::ticket("A012", "serving") : QJsonObject());
        desk.pass(1s);
        model.doNextStep();
        ASSERT_TRUE(eventually([&, sent = verb] { return desk.sent(sent).size() == 1; }))
            << verb.toStdString();
        ASSERT_TRUE(eventually([&] { return !model.sending(); }));
        ASSERT_TRUE(desk.look());
    }
    EXPECT_EQ(desk.sent("open").first().body["clerk"], "17");
}

TEST_F(CounterModelTest, ADoublePressSendsOneCommand)
{
    desk.stand("open");
    ASSERT_TRUE(desk.look());
    desk.answer("next", 200, CounterDesk::ticket("A012", "called"));
    desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")}});
    model.doNextStep();
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return model.page() == Page::Ticket; }));
    desk.pass(100ms);
    model.doNextStep();
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(desk.sent("next").size(), 1);
    EXPECT_TRUE(desk.sent("start").isEmpty());
}

TEST_F(CounterModelTest, ALostAnswerIsAskedForAgainWithTheSameRequestId)
{
    desk.stand("open");
    ASSERT_TRUE(desk.look());
    desk.hall.cut("POST", "/counters/3/next");
    desk.answer("next", 200, CounterDesk::ticket("A012", "called"));
    desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")}});
    model.doNextStep();
    ASSERT_TRUE(eventually([&] { return model.page() == Page::Ticket; }));
    ASSERT_EQ(desk.sent("next").size(), 2);
    EXPECT_EQ(desk.sent("next")[0].body["requestId"], desk.sent("next")[1].body["requestId"]);
}

TEST_F(CounterModelTest, ButtonsAreOffWhileACommandTakesLong)
{
    seeTicket("calling");
    desk.hall.ignore("POST", "/counters/3/recall");
    model.recall();
    EXPECT_TRUE(model.canDoNextStep()) << "a quick answer must not make the buttons flicker";
    desk.pass(CounterModel::kQuick);
    EXPECT_FALSE(model.canDoNextStep());
    EXPECT_FALSE(model.canRecall());
    EXPECT_EQ(model.nextStepText(), u"正在发送…"_s);
    EXPECT_TRUE(eventually([&] { return desk.sent("recall").size() == 1; }));
}

TEST_F(CounterModelTest, ShowsWhoIsHereAndWhyThisOne)
{
    desk.stand("serving",
               {{"ticket", CounterDesk::ticket(
                               "A012", "serving",
                               {{"statutoryName", QJsonObject{{"zh", "老年人"}, {"en", "Elderly person"}}},
                                {"language", "en"}})}});
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.number(), "A012");
    EXPECT_EQ(fact(0), u"账户业务"_s);
    EXPECT_EQ(fact(1), u"★★★★★"_s);
    EXPECT_EQ(fact(2), u"依法优先：老年人"_s);
    EXPECT_EQ(fact(3), u"等候 6 分"_s);
    EXPECT_EQ(fact(4), u"请用英语"_s);
    EXPECT_EQ(model.why(), u"五星提前 15 分钟。"_s);
    EXPECT_EQ(model.timer(), "00:30");
    EXPECT_EQ(model.today(), u"今日 23 位 · 均 05:40"_s);
}

TEST_F(CounterModelTest, TheTimerGoesByTheHallsClock)
{
    seeTicket("calling");
    EXPECT_EQ(model.timer(), "01:00");
    desk.wall = desk.wall.addSecs(3600);
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.timer(), "1:01:00");
    desk.takeBoard({{"at", "2026-11-22T02:24:10.000Z"}});
    EXPECT_EQ(model.timer(), "01:10");
}

TEST_F(CounterModelTest, WhileIdleItSaysWhoComesAndWhy)
{
    desk.stand("open",
               {{"next", QJsonObject{{"number", "B007"},
                                     {"service", "plans"},
                                     {"stars", 0},
                                     {"waitedSeconds", 60},
                                     {"why", QJsonObject{{"text", QJsonObject{{"zh", "等候最久。"}}}}}}}});
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.page(), Page::Idle);
    EXPECT_EQ(model.number(), "B007");
    EXPECT_EQ(fact(0), u"套餐变更"_s);
    EXPECT_EQ(model.why(), u"等候最久。"_s);
}

TEST_F(CounterModelTest, EachActionIsOfferedExactlyWhenTheHallSaysThatItMayBeDone)
{
    const QList<QPair<QString, bool (CounterModel::*)() const>> actions{
        {"recall", &CounterModel::canRecall},     {"no-show", &CounterModel::canNoShow},
        {"undo", &CounterModel::canUndo},         {"transfer", &CounterModel::canTransfer},
        {"park", &CounterModel::canPark},         {"unpark", &CounterModel::canUnpark},
        {"call", &CounterModel::canCallNumber},   {"pause", &CounterModel::canPause},
        {"handover", &CounterModel::canHandover}, {"help", &CounterModel::canHelp},
        {"close", &CounterModel::canClose},       {"start", &CounterModel::canDoNextStep}};
    for (const auto& [offered, unused] : actions) {
        desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")},
                               {"may", QJsonArray{offered}},
                               {"clerk", offered}});
        ASSERT_TRUE(desk.look());
        ASSERT_TRUE(eventually([&, clerk = offered] { return model.clerk() == clerk; }));
        for (const auto& [action, can] : actions)
            EXPECT_EQ((model.*can)(), action == offered)
                << action.toStdString() << " with only " << offered.toStdString();
    }
}

TEST_F(CounterModelTest, WhatTheHallDoesNotAllowIsNotSent)
{
    seeTicket("serving");
    model.recall();
    model.noShow();
    model.undo();
    model.callNumber();
    model.closeCounter();
    EXPECT_FALSE(model.prompt()->isOpen());
    desk.stand("open");
    ASSERT_TRUE(desk.look());
    EXPECT_TRUE(desk.sent("recall").isEmpty() && desk.sent("no-show").isEmpty() &&
                desk.sent("close").isEmpty());
    EXPECT_TRUE(model.canCallNumber());
    EXPECT_TRUE(model.canClose());
}

TEST_F(CounterModelTest, TransferOffersTheOtherOpenServices)
{
    seeTicket("serving");
    model.transfer();
    ASSERT_EQ(model.prompt()->choices()->rowCount(), 1);
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting"));
    desk.stand("open");
    model.prompt()->choose(0);
    ASSERT_TRUE(eventually([&] { return model.page() == Page::Idle && !model.notice().isEmpty(); }));
    EXPECT_EQ(desk.sent("transfer").first().body["service"], "plans");
}

TEST_F(CounterModelTest, WhatTheDutyManagerChangedIsSaidUntilItIsBack)
{
    desk.stand("open", {{"services", QJsonArray{"account", "plans"}}});
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.services(), QString());
    desk.stand("open", {{"services", QJsonArray{"account", "talk"}}, {"servicesChanged", true}});
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.services(), u"今日改为办理：账户业务、投诉建议"_s) << "a closed one has its name, too";
}

TEST_F(CounterModelTest, AParkedCustomerCanBeCalledBack)
{
    desk.stand("open", {{"parked", QJsonArray{CounterDesk::ticket("A003", "parked")}}});
    ASSERT_TRUE(desk.look());
    ASSERT_EQ(model.parked()->rowCount(), 1);
    desk.answer("unpark", 200, CounterDesk::ticket("A003", "called"));
    model.unpark("id-A003");
    ASSERT_TRUE(eventually([&] { return desk.sent("unpark").size() == 1; }));
    EXPECT_EQ(desk.sent("unpark").first().body["ticket"], "id-A003");
    ASSERT_TRUE(desk.look());
}

TEST_F(CounterModelTest, ACounterThatPausesNextCanBeToldNotTo)
{
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")},
                           {"paused", true},
                           {"may", QJsonArray{"finish", "resume"}}});
    ASSERT_TRUE(desk.look());
    EXPECT_TRUE(model.pausesNext());
    desk.answer("resume", 200);
    model.pause();
    ASSERT_TRUE(eventually([&] { return desk.sent("resume").size() == 1; }));
    EXPECT_FALSE(model.prompt()->isOpen());
    ASSERT_TRUE(desk.look());
}

TEST_F(CounterModelTest, HandingOverAsksWhoGoesOnAndSendsTheClerk)
{
    seeTicket("serving");
    model.handover();
    ASSERT_EQ(model.prompt()->kind(), counter::CommandPrompt::Kind::Handover);
    desk.answer("handover", 200, {{"clerk", "23"}, {"state", "serving"}});
    model.prompt()->enter(" 23 ");
    ASSERT_TRUE(eventually([&] { return model.notice().contains("23"); }));
    EXPECT_EQ(desk.sent("handover").first().body["clerk"], "23");
    ASSERT_TRUE(desk.look());
    EXPECT_EQ(model.number(), "A012") << "the customer stays";
}

TEST_F(CounterModelTest, AQuestionStaysOpenAsLongAsItsStepMayBeDone)
{
    desk.stand("open", {{"may", QJsonArray{"handover", "pause", "next"}}});
    ASSERT_TRUE(desk.look());
    model.handover();
    ASSERT_TRUE(model.prompt()->isOpen());
    desk.stand("open", {{"waiting", 3}, {"may", QJsonArray{"handover", "pause", "next"}}});
    ASSERT_TRUE(desk.look());
    EXPECT_TRUE(model.prompt()->isOpen()) << "the clerk is still typing";
    desk.stand("closed", {{"may", QJsonArray{"open"}}});
    ASSERT_TRUE(desk.look());
    EXPECT_FALSE(model.prompt()->isOpen());
}

TEST_F(CounterModelTest, NobodyHandsOverAClosedCounter)
{
    desk.stand("closed");
    ASSERT_TRUE(desk.look());
    model.handover();
    EXPECT_FALSE(model.prompt()->isOpen());
}

TEST_F(CounterModelTest, TheRecallThatIsANoShowSaysSoBeforeAndAfter)
{
    const auto called = [](int left) {
        return CounterDesk::ticket("A012", "called", {{"recallsLeft", left}});
    };
    desk.stand("calling", {{"ticket", called(1)}});
    ASSERT_TRUE(desk.look());
    const QString plain = model.recallText();
    desk.stand("calling", {{"ticket", called(0)}});
    ASSERT_TRUE(desk.look());
    ASSERT_TRUE(eventually([&] { return model.recallText() != plain; }));
    desk.answer("recall", 200, CounterDesk::ticket("A012", "no_show"));
    desk.stand("open");
    model.recall();
    ASSERT_TRUE(eventually([&] { return model.notice().contains("A012"); }));
    ASSERT_TRUE(desk.look());
}

TEST_F(CounterModelTest, WhoIsInsideCanBeTransferredAfterTheLastTicket)
{
    seeTicket("serving");
    QJsonArray services;
    for (const bool takes : {true, false, true})
        services.append(QJsonObject{{"id", "a"}, {"open", false}, {"takesTransfers", takes}});
    desk.takeBoard({{"services", services}});
    model.transfer();
    EXPECT_EQ(model.prompt()->choices()->rowCount(), 2);
}

} // namespace
