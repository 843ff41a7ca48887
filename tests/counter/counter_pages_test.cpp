#include <counter/counter_window.h>
#include <counter/keys/key_latch.h>

STARQUEUE_KEEP_MODULE(StarQueue_Counter)

using namespace starqueue;
using counter::test::CounterDesk;
using test::eventually;

namespace {

struct CounterPages : counter::test::CounterWindow
{};

TEST_P(CounterPages, ShowTheCustomerWithTheNextStep)
{
    seeTicket("serving");
    EXPECT_TRUE(item("number")->isVisible());
    EXPECT_EQ(text("number"), "A012");
    EXPECT_EQ(item("number")->property("font").value<QFont>().pixelSize(), 64);
    EXPECT_EQ(text("main-button"), either("结束并请评价", "Finish, ask for a rating"));
    EXPECT_EQ(text("why"),
              either("为何是此号：五星提前 15 分钟。", "Why this number: Five stars count earlier."));
    EXPECT_EQ(text("waiting"), either("等候 14 人 · 本窗口可办 8 人", "14 waiting · 8 for this counter"));
    EXPECT_FALSE(item("recall-button")->isEnabled());
}

TEST_P(CounterPages, SpaceTakesTheMainStepOnce)
{
    see("open");
    desk.answer("next", 200, CounterDesk::ticket("A012", "called"));
    desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")}});
    QTest::keyClick(window, Qt::Key_Space);
    QTest::keyClick(window, Qt::Key_Space);
    ASSERT_TRUE(eventually([&] { return text("number") == "A012"; }));
    EXPECT_EQ(desk.sent("next").size(), 1);
    EXPECT_EQ(text("main-button"), either("开始办理", "Start the service"));
}

// As X tells of a key under a book: again and again let go and pressed at once.
TEST_P(CounterPages, AKeyThatIsHeldDownServesNobodyElse)
{
    see("open");
    desk.answer("next", 200, CounterDesk::ticket("A012", "called"));
    desk.stand("calling", {{"ticket", CounterDesk::ticket("A012", "called")}});
    QTest::keyPress(window, Qt::Key_Space);
    ASSERT_TRUE(eventually([&] { return text("number") == "A012"; }));
    for (int i = 0; i < 100; ++i) {
        desk.pass(std::chrono::milliseconds(33));
        QTest::keyRelease(window, Qt::Key_Space);
        QTest::keyPress(window, Qt::Key_Space);
    }
    QTest::keyRelease(window, Qt::Key_Space);
    EXPECT_EQ(desk.sent("start").size(), 0);
    desk.pass(counter::KeyLatch::kUp);
    desk.answer("start", 200, CounterDesk::ticket("A012", "serving"));
    QTest::keyClick(window, Qt::Key_Space);
    ASSERT_TRUE(eventually([&] { return desk.sent("start").size() == 1; }));
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterPages, EveryFunctionKeyDoesWhatItsButtonSays)
{
    const QList<QPair<Qt::Key, QByteArray>> keys{
        {Qt::Key_F2, "recall"}, {Qt::Key_F3, "no-show"}, {Qt::Key_F7, "help"}, {Qt::Key_F8, "undo"}};
    for (const auto& [key, verb] : keys) {
        seeTicket("calling");
        desk.answer(verb, 200, verb == "help" ? QJsonObject() : CounterDesk::ticket("A012", "called"));
        desk.pass(std::chrono::seconds(1));
        QTest::keyClick(window, key);
        ASSERT_TRUE(eventually([&, sent = verb] { return desk.sent(sent).size() == 1; }))
            << verb.toStdString();
        ASSERT_TRUE(desk.look());
    }
}

TEST_P(CounterPages, ParkingAsksWhyAndADigitAnswers)
{
    seeTicket("serving");
    QTest::keyClick(window, Qt::Key_F5);
    EXPECT_TRUE(item("prompt-title")->isVisible());
    EXPECT_EQ(text("prompt-title"), either("为什么挂起？", "Why is this number parked?"));
    EXPECT_FALSE(item("main-button")->isVisible());
    desk.answer("park", 200, CounterDesk::ticket("A012", "parked"));
    QTest::keyClick(window, Qt::Key_2);
    ASSERT_TRUE(eventually([&] { return desk.sent("park").size() == 1; }));
    EXPECT_EQ(desk.sent("park").first().body["reason"].toString(), either("补充材料", "Fetches a document"));
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterPages, ACaseIsTypedAboveTheOutcomesAndADigitStillAnswers)
{
    const QJsonObject done{{"id", "done"}, {"name", QJsonObject{{"zh", "办结"}, {"en", "Done"}}}};
    see("serving", {{"ticket", CounterDesk::ticket("A012", "serving")},
                    {"askReference", "offered"},
                    {"outcomes", QJsonArray{done}}});
    QTest::keyClick(window, Qt::Key_Space);
    ASSERT_TRUE(item("case-field")->isVisible());
    EXPECT_EQ(item("case-field")->property("placeholderText").toString(), either("办件编号", "Case number"));
    QTest::keyClick(window, Qt::Key_Up);
    for (const char key : {'a', '-', '1', ' ', '7'})
        QTest::keyClick(window, key);
    EXPECT_EQ(text("case-field"), "a-17");
    click("item-field");
    QTest::keyClick(window, 'j');
    QTest::keyClick(window, Qt::Key_Return);
    desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
    QTest::keyClick(window, Qt::Key_1);
    desk.pass(counter::ScanGuard::kBetween);
    ASSERT_TRUE(eventually([&] { return desk.sent("finish").size() == 1; }));
    EXPECT_EQ(desk.sent("finish").first().body["outcome"], "done");
    EXPECT_EQ(desk.sent("finish").first().body["reference"],
              QJsonValue(QJsonObject({{"case", "a-17"}, {"item", "j"}})));
    ASSERT_TRUE(desk.look());
}

TEST_P(CounterPages, WithNothingElseAskedReturnFinishesWithOrWithoutACase)
{
    for (const bool withCase : {true, false}) {
        see("serving", {{"ticket", CounterDesk::ticket("A012", "serving")}, {"askReference", "offered"}});
        desk.pass(std::chrono::seconds(1));
        desk.answer("finish", 200, CounterDesk::ticket("A012", "finished"));
        const auto before = desk.sent("finish").size();
        QTest::keyClick(window, Qt::Key_Space);
        if (withCase)
            QTest::keyClick(window, '7');
        QTest::keyClick(window, Qt::Key_Return);
        ASSERT_TRUE(eventually([&] { return desk.sent("finish").size() == before + 1; }));
        EXPECT_EQ(desk.sent("finish").last().body.contains("reference"), withCase);
        ASSERT_TRUE(desk.look());
    }
}

TEST_P(CounterPages, ANumberOutOfTurnIsTypedWithItsReason)
{
    see("open");
    click("call-button");
    for (const char key : {'b', '0', '0', '7'})
        QTest::keyClick(window, key);
    EXPECT_EQ(text("number-field"), "B007");
    QTest::keyClick(window, Qt::Key_Return);
    desk.answer("call", 404, {{"code", "not_found"}, {"detail", "x"}});
    QTest::keyClick(window, Qt::Key_1);
    ASSERT_TRUE(eventually([&] { return !text("notice").isEmpty(); }));
    EXPECT_EQ(desk.sent("call").first().body["number"], "B007");
    EXPECT_EQ(text("notice"), either("今天没有这个号码。", "There is no such number today."));
}

TEST_P(CounterPages, EscapeLeavesAQuestionUnanswered)
{
    see("open");
    QTest::keyClick(window, Qt::Key_F9);
    ASSERT_TRUE(item("prompt-title")->isVisible());
    QTest::keyClick(window, Qt::Key_Escape);
    EXPECT_FALSE(item("prompt-title")->isVisible());
    EXPECT_TRUE(desk.sent("pause").isEmpty());
}

TEST_P(CounterPages, ClosedPausedAndAwayAreSaidInWords)
{
    see("closed");
    EXPECT_EQ(text("message"), either("本窗口未开放", "This counter is closed"));
    EXPECT_EQ(text("main-button"), either("开放窗口", "Open the counter"));
    see("paused", {{"pauseReason", "lunch"}});
    EXPECT_EQ(text("message-detail"), "lunch");
    desk.model.setConnected(false, {});
    EXPECT_TRUE(item("notice")->isVisible());
    EXPECT_FALSE(item("main-button")->isEnabled());
}

TEST_P(CounterPages, AskForAPinThatNobodyReadsWhereTheHallWantsOne)
{
    see("closed");
    EXPECT_FALSE(item("pin-field")->isVisible());
    desk.clerkLogin = "pin";
    see("closed");
    ASSERT_TRUE(item("pin-field")->isVisible());
    EXPECT_EQ(item("pin-field")->property("placeholderText").toString(),
              either("请输入密码（PIN）", "Your PIN"));
    desk.model.setClerk("17");
    click("pin-field");
    for (const char digit : {'4', '7', '1', '1'})
        QTest::keyClick(window, digit);
    EXPECT_EQ(desk.model.pin(), "4711");
    EXPECT_FALSE(item("pin-field")->property("displayText").toString().contains("4"));
    desk.answer("open", 200, {{"state", "open"}, {"clerk", "17"}});
    QTest::keyClick(window, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return desk.sent("open").size() == 1; }));
    EXPECT_EQ(desk.sent("open").first().body["pin"], "4711");
    EXPECT_EQ(text("pin-field"), "");
}

TEST_P(CounterPages, NobodyWaitingIsSaid)
{
    see("open");
    EXPECT_EQ(text("coming"),
              either("目前没有本窗口可办的顾客。", "Nobody waits for this counter at the moment."));
    EXPECT_FALSE(item("number")->isVisible());
}

TEST_P(CounterPages, AParkedCustomerIsCalledBackByAClick)
{
    see("open", {{"parked", QJsonArray{CounterDesk::ticket("A003", "parked")}}});
    desk.answer("unpark", 200, CounterDesk::ticket("A003", "called"));
    click("unpark-button");
    ASSERT_TRUE(eventually([&] { return desk.sent("unpark").size() == 1; }));
    ASSERT_TRUE(desk.look());
}

INSTANTIATE_TEST_SUITE_P(Languages, CounterPages, testing::Values("zh", "en"));

} // namespace
