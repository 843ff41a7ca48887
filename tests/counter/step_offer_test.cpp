#include <counter/counter_desk.h>
#include <counter/counter_words.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using counter::CounterModel;
using counter::StepOffer;
using counter::test::CounterDesk;
using test::eventually;
using May = client::api::May;
namespace words = counter::words;

namespace {

QJsonObject lastStep(const QString& step, int until = 10'000)
{
    return {{"step", step}, {"ticket", "id-A012"}, {"number", "A012"}, {"untilElapsed", until}};
}

struct StepOffers : testing::TestWithParam<const char*>
{
    CounterDesk desk{GetParam()};
    CounterModel& model = desk.model;

    bool chinese() { return GetParam() == std::string_view("zh"); }
    /// Nobody is here any more, and the hall lets that step be taken back.
    void finishWith(const QJsonValue& step)
    {
        desk.stand("open", {{"may", QJsonArray{"next", "undo"}}, {"lastStep", step}});
        ASSERT_TRUE(desk.look());
    }
};

TEST_P(StepOffers, NameTheStepForFiveSecondsAndNoLonger)
{
    finishWith(lastStep("finish"));
    EXPECT_EQ(model.page(), CounterModel::Page::Idle);
    EXPECT_EQ(model.lastStepText(), chinese() ? u"办结 A012"_s : u"finish A012"_s);
    EXPECT_EQ(model.undoSeconds(), 5);
    EXPECT_TRUE(model.offersUndo());
    desk.pass(StepOffer::kOffered - 1ms);
    EXPECT_TRUE(model.canUndo());
    EXPECT_EQ(model.undoSeconds(), 1);
    desk.pass(1ms);
    EXPECT_FALSE(model.canUndo());
    EXPECT_FALSE(model.offersUndo());
    EXPECT_EQ(model.lastStepText(), "");
    EXPECT_EQ(model.undoSeconds(), 0);
    model.undo();
    EXPECT_TRUE(desk.sent("undo").isEmpty());
}

TEST_P(StepOffers, TheSameStepAskedForAgainIsNotOfferedLonger)
{
    finishWith(lastStep("finish"));
    desk.pass(3s);
    finishWith(lastStep("finish"));
    desk.pass(2s);
    EXPECT_FALSE(model.canUndo());
    finishWith(lastStep("finish", 20'000));
    EXPECT_TRUE(eventually([&] { return model.canUndo(); })) << "done once more";
}

TEST_P(StepOffers, OnlyWhatTheHallWouldTakeBackIsOffered)
{
    desk.stand("open", {{"may", QJsonArray{"next"}}, {"lastStep", lastStep("finish")}});
    ASSERT_TRUE(desk.look());
    EXPECT_FALSE(model.canUndo());
    EXPECT_FALSE(model.offersUndo());
}

TEST_P(StepOffers, TheCallOfAHallThatTellsNoStepsCanBeTakenBackAsEver)
{
    desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "calling")}});
    ASSERT_TRUE(desk.look());
    desk.pass(1min);
    EXPECT_TRUE(model.canUndo());
    EXPECT_FALSE(model.offersUndo());
}

TEST_P(StepOffers, TakingBackShowsTheCustomerAgainAndSaysSo)
{
    finishWith(lastStep("finish"));
    desk.answer("undo", 200, CounterDesk::ticket("A012", "serving"));
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
    model.undo();
    ASSERT_TRUE(eventually([&] { return model.page() == CounterModel::Page::Ticket; }));
    EXPECT_EQ(model.number(), "A012");
    EXPECT_EQ(desk.sent("undo").first().body["step"], "finish") << "no other step is meant";
    ASSERT_TRUE(eventually([&] { return !model.notice().isEmpty(); }));
    EXPECT_EQ(model.notice(),
              chinese() ? u"已撤销，A012 恢复原状。"_s : u"Taken back: A012 is as it was before."_s);
}

TEST_P(StepOffers, ARefusalIsSaidInWords)
{
    for (const char* code : {"undo_conflict", "nothing_to_undo"}) {
        finishWith(lastStep("finish", code[0]));
        desk.pass(1s);
        desk.answer("undo", 409, {{"code", code}, {"detail", "the hall's"}});
        model.undo();
        ASSERT_TRUE(eventually([&] { return model.noticeIsRefusal() && !model.notice().isEmpty(); }));
        EXPECT_NE(model.notice(), "the hall's") << code;
        model.tick();
    }
}

TEST_P(StepOffers, WhatSomebodyElseTookBackIsSeenAtOnce)
{
    finishWith(lastStep("finish"));
    desk.stand("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}});
    const auto undoneAt = [](const QString& counter) {
        return client::api::Event{.name = client::api::EventName::StepUndone,
                                  .ticket = "id-A012",
                                  .counter = counter,
                                  .step = May::Finish};
    };
    const auto asked = desk.hall.requests("GET", "/counters/3").size();
    model.takeEvent(undoneAt("4"));
    model.takeEvent(undoneAt("3"));
    EXPECT_TRUE(eventually([&] { return model.page() == CounterModel::Page::Ticket; }));
    EXPECT_EQ(desk.hall.requests("GET", "/counters/3").size(), asked + 1);
}

TEST_P(StepOffers, EveryStepHasAWord)
{
    QSet<QString> seen;
    for (const May step : {May::Call, May::Recall, May::Start, May::Finish, May::NoShow, May::Park,
                           May::Unpark, May::Transfer, May::WalkIn})
        seen << words::step(step);
    EXPECT_EQ(seen.size(), 9);
    EXPECT_FALSE(seen.contains(QString()));
}

INSTANTIATE_TEST_SUITE_P(Languages, StepOffers, testing::Values("zh", "en"));

} // namespace
