#include <counter/counter_window.h>

using namespace starqueue;
using counter::test::CounterDesk;
using test::eventually;

namespace {

struct CounterWindows : counter::test::CounterWindow
{};

TEST_P(CounterWindows, ACustomerIsSentToTheHeadOfALineWithDigitsAlone)
{
    desk.counters = {CounterDesk::counter("4", "open", {"account"})};
    seeTicket("serving");
    QTest::keyClick(window, Qt::Key_F4);
    ASSERT_TRUE(item("first-button")->isVisible());
    EXPECT_NE(text("prompt-note"), "");
    QTest::keyClick(window, Qt::Key_0);
    EXPECT_TRUE(item("first-button")->property("checked").toBool());
    QTest::keyClick(window, Qt::Key_2);
    EXPECT_EQ(text("prompt-title"), either("为什么排在最前？", "Why does this number go first?"));
    EXPECT_FALSE(item("first-button")->isVisible());
    desk.answer("transfer", 200, CounterDesk::ticket("A012", "waiting"));
    QTest::keyClick(window, Qt::Key_3);
    ASSERT_TRUE(eventually([&] { return desk.sent("transfer").size() == 1; }));
    EXPECT_EQ(desk.sent("transfer").first().body["counter"], "4");
    EXPECT_EQ(desk.sent("transfer").first().body["first"], true);
    EXPECT_EQ(desk.sent("transfer").first().body["reason"].toString(),
              either("需要立即协助", "Needs help at once"));
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterWindows, ThePlaceInTheLineIsChosenByTouch)
{
    seeTicket("serving");
    click("transfer-button");
    click("first-button");
    EXPECT_TRUE(desk.model.prompt()->isFirst());
    click("first-button");
    EXPECT_FALSE(desk.model.prompt()->isFirst());
}

TEST_P(CounterWindows, AFinishIsTakenBackByKeyAndByTouchWhileNobodyIsHere)
{
    for (const bool byKey : {true, false}) {
        see("open", {{"may", QJsonArray{"next", "undo"}},
                     {"lastStep", QJsonObject{{"step", "finish"},
                                              {"ticket", "id-A012"},
                                              {"number", "A012"},
                                              {"untilElapsed", byKey ? 1 : 2}}}});
        EXPECT_EQ(text("notice"),
                  byKey ? either("上一步：办结 A012", "Done: finish A012")
                        : either("已撤销，A012 恢复原状。", "Taken back: A012 is as it was before."));
        EXPECT_EQ(text("undo-offer"), either("撤销 · 5 秒", "Take back · 5 s"));
        desk.answer("undo", 200, CounterDesk::ticket("A012", "serving"));
        const auto before = desk.sent("undo").size();
        desk.pass(std::chrono::seconds(1));
        if (byKey)
            QTest::keyClick(window, Qt::Key_F8);
        else
            click("undo-offer");
        ASSERT_TRUE(eventually([&] { return desk.sent("undo").size() == before + 1; }));
        ASSERT_TRUE(desk.look());
    }
}

TEST_P(CounterWindows, InTheLeastWindowNothingLiesBehindTheBarsAndEveryKeyCanBeReached)
{
    window->resize(360, 640);
    desk.services[0] = QJsonObject{{"id", "account"}, {"name", QJsonObject{{"zh", "账户"}}}, {"open", true}};
    see("open",
        {{"may", QJsonArray{"next", "call", "close", "pause", "handover", "help", "walk-in"}},
         {"services", QJsonArray{"account", "plans"}},
         {"parked", QJsonArray{CounterDesk::ticket("A003", "parked")}},
         {"next", QJsonObject{{"number", "B007"},
                              {"service", "plans"},
                              {"why", QJsonObject{{"text", QJsonObject{{"zh", QString(60, u'长')}}}}}}}});
    const QQuickItem* page = item("page");
    const qreal foot = item("waiting")->parentItem()->mapToScene({0, 0}).y();
    EXPECT_LE(page->mapToScene({0, page->height()}).y(), foot);
    EXPECT_TRUE(page->clip());
    for (const char* name : {"main-button", "more-button", "unpark-button", "pause-button"}) {
        item(name)->forceActiveFocus(Qt::TabFocusReason);
        (void)window->grabWindow();
        const qreal top = item(name)->mapToScene({0, 0}).y();
        EXPECT_GE(top, page->mapToScene({0, 0}).y()) << name;
        EXPECT_LE(top + item(name)->height(), foot) << name;
        EXPECT_GE(item(name)->height(), 44) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterWindows, testing::Values("zh", "en"));

} // namespace
