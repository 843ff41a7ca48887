#include <counter/keys/key_latch.h>
#include <counter/keys/key_window.h>

using namespace starqueue;
using counter::test::CounterDesk;
using test::eventually;

// Every action by a key, and no key that does what it shouldn't.
namespace {

struct CounterKeys : counter::test::KeyWindow
{
    void parked()
    {
        see("open", {{"parked", QJsonArray{CounterDesk::ticket("A003", "parked"),
                                           CounterDesk::ticket("B010", "parked")}}});
    }
    void type(const QByteArray& text)
    {
        for (const char one : text)
            QTest::keyClick(window, one);
    }
    /// As X tells of a key under a book: without or with the releases between.
    void hold(Qt::Key key, bool releases)
    {
        QTest::keyPress(window, key);
        for (int i = 0; i < 300; ++i) {
            desk.pass(std::chrono::milliseconds(33));
            QCoreApplication::processEvents();
            if (releases)
                QTest::keyRelease(window, key);
            QTest::keyPress(window, key);
        }
        QTest::keyRelease(window, key);
        ASSERT_TRUE(eventually([&] { return !desk.model.busy(); }));
    }
    qsizetype sum()
    {
        qsizetype all = 0;
        for (const qsizetype count : counts())
            all += count;
        return all;
    }
};

TEST_P(CounterKeys, ABookOnSpaceOrReturnTakesOneStep)
{
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return}) {
        for (const bool releases : {true, false}) {
            see("open");
            desk.pass(std::chrono::seconds(1));
            const auto before = sum();
            desk.answer("next", 200, CounterDesk::ticket("A012", "called"));
            desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")}});
            hold(key, releases);
            EXPECT_EQ(sum(), before + 1);
            EXPECT_EQ(desk.sent("start").size(), 0);
        }
    }
}

TEST_P(CounterKeys, ABookOnARingedKeyTakesOneStep)
{
    seeTicket("calling");
    item("recall-button")->forceActiveFocus(Qt::TabFocusReason);
    hold(Qt::Key_Space, true);
    EXPECT_EQ(counts()["recall"], 1);
    EXPECT_EQ(sum(), 1);
}

TEST_P(CounterKeys, ABookOnSpaceInTheClerksFieldOpensOnce)
{
    see("closed");
    desk.answer("open", 409, {{"code", "clerk_elsewhere"}, {"detail", "x"}});
    click("clerk-field");
    hold(Qt::Key_Space, true);
    EXPECT_EQ(counts()["open"], 1);
    EXPECT_EQ(text("clerk-field"), "17");
}

TEST_P(CounterKeys, NoFunctionKeyWritesIntoTheClerksField)
{
    see("closed");
    click("clerk-field");
    for (int key = Qt::Key_F2; key <= Qt::Key_F12; ++key)
        QTest::keyClick(window, static_cast<Qt::Key>(key));
    EXPECT_EQ(text("clerk-field"), "17");
    EXPECT_EQ(desk.model.clerk(), "17");
    QTest::keyClick(window, Qt::Key_F1);
    QTest::keyClick(window, Qt::Key_Escape);
    EXPECT_EQ(text("clerk-field"), "17");
    EXPECT_EQ(sum(), 0);
}

TEST_P(CounterKeys, AClerksNumberHasLettersDigitsAndHyphensAloneAndTheFieldSaysSo)
{
    see("closed");
    click("clerk-field");
    type("-b");
    EXPECT_EQ(desk.model.clerk(), "17-b");
    EXPECT_FALSE(item("clerk-problem")->isVisible());
    for (const char wrong : {'.', '!', '_', '/'}) {
        QTest::keyClick(window, wrong);
        EXPECT_EQ(text("clerk-field"), "17-b") << wrong;
        EXPECT_TRUE(item("clerk-problem")->isVisible()) << wrong;
    }
    EXPECT_EQ(text("clerk-problem"),
              either("工号只能由字母、数字和连字符组成，最多20位。",
                     "A clerk's number has letters, digits and hyphens alone, 20 at most."));
    type("0123456789abcdef0");
    EXPECT_EQ(desk.model.clerk(), "17-b0123456789abcdef");
    EXPECT_TRUE(item("clerk-problem")->isVisible());
    QTest::keyClick(window, Qt::Key_Backspace);
    EXPECT_EQ(desk.model.clerk(), "17-b0123456789abcde");
    EXPECT_FALSE(item("clerk-problem")->isVisible());
}

TEST_P(CounterKeys, NeitherIsAnotherNumberHandedOverTo)
{
    see("open");
    QTest::keyClick(window, Qt::Key_F11);
    type("18 ");
    EXPECT_EQ(text("reason-field"), "18");
    EXPECT_TRUE(item("prompt-problem")->isVisible());
    desk.answer("handover", 200, {{"state", "open"}, {"clerk", "18"}});
    type("-");
    EXPECT_FALSE(item("prompt-problem")->isVisible());
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return desk.sent("handover").size() == 1; }));
    EXPECT_EQ(desk.sent("handover").first().body["clerk"], "18-");
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterKeys, AHeldBackspaceEmptiesAFieldAndUndoesNothing)
{
    see("closed");
    click("clerk-field");
    hold(Qt::Key_Backspace, false);
    EXPECT_EQ(text("clerk-field"), "");
    EXPECT_EQ(sum(), 0);
}

TEST_P(CounterKeys, ADigitCallsTheParkedCustomerInThatRowBack)
{
    parked();
    desk.pass(std::chrono::seconds(1));
    EXPECT_EQ(press(Qt::Key_2), "unpark");
    EXPECT_EQ(desk.sent("unpark").first().body["ticket"], "id-B010");
    parked();
    EXPECT_EQ(press(Qt::Key_3), "");
    EXPECT_EQ(press(Qt::Key_0), "");
}

TEST_P(CounterKeys, ADigitMeantForWhoStoodThereBeforeDoesNothing)
{
    parked();
    desk.pass(std::chrono::seconds(1));
    see("open", {{"parked", QJsonArray{CounterDesk::ticket("B010", "parked")}}});
    QTest::keyClick(window, Qt::Key_1);
    desk.pass(counter::ScanGuard::kBetween);
    EXPECT_EQ(sum(), 0);
    EXPECT_EQ(press(Qt::Key_1), "unpark");
}

TEST_P(CounterKeys, NothingScannedActsAsAKey)
{
    parked();
    item("help-button")->forceActiveFocus(Qt::TabFocusReason);
    desk.pass(std::chrono::seconds(1));
    type("2 17");
    QTest::keyClick(window, Qt::Key_Return);
    QTest::keyClick(window, Qt::Key_Tab);
    desk.pass(counter::ScanGuard::kBetween);
    EXPECT_EQ(sum(), 0);
    EXPECT_FALSE(desk.model.prompt()->isOpen());
    EXPECT_EQ(ring(), "help-button");
    EXPECT_EQ(press(Qt::Key_Return), "help");
}

TEST_P(CounterKeys, BackspaceAndF8TakeTheLastStepBack)
{
    for (const Qt::Key key : {Qt::Key_Backspace, Qt::Key_F8}) {
        seeTicket("calling");
        EXPECT_EQ(press(key), "undo");
    }
}

TEST_P(CounterKeys, F10AsksWhichOfTheRareStepsAndADigitAnswers)
{
    see("open");
    EXPECT_EQ(press(Qt::Key_F10), "More");
    EXPECT_EQ(text("prompt-title"), either("更多", "More"));
    QTest::keyClick(window, Qt::Key_1); // nobody is served without a number here
    EXPECT_EQ(desk.model.prompt()->kind(), counter::CommandPrompt::Kind::More);
    QTest::keyClick(window, Qt::Key_2);
    EXPECT_EQ(desk.model.prompt()->kind(), counter::CommandPrompt::Kind::Handover);
    QTest::keyClick(window, Qt::Key_Escape);
    EXPECT_EQ(press(Qt::Key_F10), "More");
    desk.answer("close", 200, {{"state", "closed"}});
    QTest::keyClick(window, Qt::Key_3);
    ASSERT_TRUE(eventually([&] { return desk.sent("close").size() == 1; }));
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterKeys, F1SaysWhichKeyDoesWhatAndTheWholeReason)
{
    seeTicket("serving");
    QTest::keyClick(window, Qt::Key_F1);
    EXPECT_EQ(text("prompt-title"), either("按键说明", "What each key does"));
    EXPECT_EQ(text("whole-why"), either("五星提前 15 分钟。", "Five stars count earlier."));
    EXPECT_FALSE(item("main-button")->isVisible());
    desk.pass(std::chrono::seconds(1));
    ASSERT_TRUE(desk.look());
    EXPECT_TRUE(desk.model.prompt()->isOpen()) << "it stays while the hall goes on";
    QTest::keyClick(window, Qt::Key_F1);
    EXPECT_FALSE(desk.model.prompt()->isOpen());
    EXPECT_EQ(sum(), 0);
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterKeys, testing::Values("zh", "en"));

} // namespace
