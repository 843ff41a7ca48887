#include <counter/keys/key_window.h>

using namespace starqueue;
using counter::test::CounterDesk;
using test::eventually;

// Where the focus ring is, and that Space and Return press what it stands on.
namespace {

struct CounterFocus : counter::test::KeyWindow
{
    using Effects = QMap<QByteArray, QByteArray>;

    /// Walks by Tab from one place to the next until it comes round, and tries `key` at each.
    void walk(Qt::Key key, const Effects& effects, const std::function<void()>& look)
    {
        Effects found;
        for (int steps = 1; steps < 20; ++steps) {
            look();
            desk.model.prompt()->close();
            leave();
            for (int i = 0; i < steps; ++i)
                QTest::keyClick(window, Qt::Key_Tab);
            const QByteArray at = ring();
            if (at.isEmpty() || found.contains(at))
                break;
            found[at] = press(key);
        }
        EXPECT_EQ(found, effects);
    }
    void leave()
    {
        if (QQuickItem* const focus = window->activeFocusItem(); focus && focus != window->contentItem())
            focus->setFocus(false);
    }
    void called()
    {
        see("calling", {{"ticket", CounterDesk::ticket("A012", "called")},
                        {"parked", QJsonArray{CounterDesk::ticket("A003", "parked")}}});
    }
    void idle() { see("open", {{"parked", QJsonArray{CounterDesk::ticket("A003", "parked")}}}); }
};

TEST_P(CounterFocus, SpaceAndReturnPressWhatTheRingStandsOn)
{
    const Effects calling{
        {"main-button", "start"},        {"recall-button", "recall"}, {"no-show-button", "no-show"},
        {"transfer-button", "Transfer"}, {"park-button", "Park"},     {"help-button", "help"},
        {"undo-button", "undo"},         {"pause-button", "Pause"},   {"more-button", "More"}};
    const Effects open{{"main-button", "next"},   {"call-button", "CallNumber"}, {"help-button", "help"},
                       {"pause-button", "Pause"}, {"more-button", "More"},       {"unpark-button", "unpark"}};
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        walk(key, calling, [this] { called(); });
        walk(key, open, [this] { idle(); });
    }
}

TEST_P(CounterFocus, WithoutARingSpaceAndReturnTakeTheMainStep)
{
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
        called();
        EXPECT_EQ(ring(), "");
        EXPECT_EQ(press(key), "start");
        EXPECT_EQ(ring(), "main-button");
        leave();
    }
}

TEST_P(CounterFocus, TheRingGoesToWhatAKeyDidAndThenToWhatComesNext)
{
    called();
    desk.pass(std::chrono::seconds(1));
    desk.answer("recall", 200, CounterDesk::ticket("A012", "called"));
    QTest::keyClick(window, Qt::Key_F2);
    EXPECT_EQ(ring(), "recall-button");
    ASSERT_TRUE(eventually([&] { return !desk.model.busy(); }));
    EXPECT_EQ(ring(), "main-button");
    EXPECT_EQ(press(Qt::Key_Space), "start");
}

TEST_P(CounterFocus, ARefusedKeyKeepsTheRing)
{
    called();
    desk.pass(std::chrono::seconds(1));
    desk.answer("recall", 409, {{"code", "too_early"}, {"detail", "x"}});
    QTest::keyClick(window, Qt::Key_F2);
    ASSERT_TRUE(eventually([&] { return !text("notice").isEmpty(); }));
    EXPECT_EQ(ring(), "recall-button");
}

TEST_P(CounterFocus, AKeyThatCanDoNothingNowHasNoRing)
{
    called();
    QTest::keyClick(window, Qt::Key_F2);
    ASSERT_TRUE(eventually([&] { return !desk.model.busy(); }));
    item("recall-button")->forceActiveFocus(Qt::TabFocusReason);
    ASSERT_EQ(ring(), "recall-button");
    seeTicket("serving");
    EXPECT_EQ(ring(), "");
    called(); // it can be pressed again, and nobody has gone there
    EXPECT_EQ(ring(), "");
    EXPECT_EQ(press(Qt::Key_Space), "start");
}

TEST_P(CounterFocus, EscapeLeadsBackToWhereTheQuestionCameFrom)
{
    called();
    for (const Qt::Key key : {Qt::Key_F4, Qt::Key_F5, Qt::Key_F9, Qt::Key_F10}) {
        desk.pass(std::chrono::seconds(1));
        QTest::keyClick(window, key);
        ASSERT_TRUE(desk.model.prompt()->isOpen());
        const QByteArray name = key == Qt::Key_F4   ? "transfer-button"
                                : key == Qt::Key_F5 ? "park-button"
                                : key == Qt::Key_F9 ? "pause-button"
                                                    : "more-button";
        QTest::keyClick(window, Qt::Key_Escape);
        ASSERT_FALSE(desk.model.prompt()->isOpen());
        ASSERT_TRUE(eventually([&] { return ring() == name; })) << ring().toStdString();
    }
    EXPECT_EQ(counts()["pause"], 0);
}

TEST_P(CounterFocus, SpaceAndReturnTakeTheMarkedAnswer)
{
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
        called();
        desk.pass(std::chrono::seconds(1));
        QTest::keyClick(window, Qt::Key_F5);
        QTest::keyClick(window, Qt::Key_Down);
        const auto before = desk.sent("park").size();
        desk.answer("park", 200, CounterDesk::ticket("A012", "parked"));
        QTest::keyClick(window, key);
        ASSERT_TRUE(eventually([&] { return desk.sent("park").size() == before + 1; }));
        EXPECT_EQ(desk.sent("park").last().body["reason"].toString(),
                  either("补充材料", "Fetches a document"));
        ASSERT_TRUE(eventually([&] { return !desk.model.busy(); }));
    }
}

TEST_P(CounterFocus, InAQuestionTabReachesTheWayBack)
{
    called();
    QTest::keyClick(window, Qt::Key_F5);
    for (int i = 0; i < 5 && ring() != "cancel-button"; ++i)
        QTest::keyClick(window, Qt::Key_Tab);
    ASSERT_EQ(ring(), "cancel-button");
    QTest::keyClick(window, Qt::Key_Return);
    EXPECT_FALSE(desk.model.prompt()->isOpen());
    EXPECT_EQ(counts()["park"], 0);
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterFocus, testing::Values("zh", "en"));

} // namespace
