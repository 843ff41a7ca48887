#include <client/ui/face_program.h>
#include <client/ui/input/input_gate.h>

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>

#include <gtest/gtest.h>

#include <memory>

using namespace std::chrono_literals;
using starqueue::ui::InputGate;

namespace {

/// A window of two keys, one above the other, and a shortcut; they count what reaches them.
constexpr auto kPage = R"(
    import QtQuick
    import StarQueue.Ui
    Item {
        property alias key: upper
        property int upperClicks: 0
        property int lowerClicks: 0
        property int shortcuts: 0
        width: 300; height: 200
        PrimaryButton {
            id: upper
            width: 300; height: 100
            onClicked: ++parent.upperClicks
        }
        PrimaryButton {
            y: 100; width: 300; height: 100
            onClicked: ++parent.lowerClicks
        }
        Shortcut { sequence: "F2"; onActivated: ++shortcuts }
    })";

const QPoint kUpper{150, 50};
const QPoint kLower{150, 150};

struct InputGateTest : testing::Test
{
    std::chrono::milliseconds now{1000};
    InputGate gate{{.wall = [] { return QDateTime(); }, .steady = [this] { return now; }}};
    QQmlEngine engine;
    QQuickWindow window;
    std::unique_ptr<QQuickItem> page;
    QPointingDevice* screen = QTest::createTouchDevice();

    void SetUp() override
    {
        starqueue::ui::prepareUi(starqueue::ui::Theme::Kind::Kiosk, {}, {});
        engine.addImportPath("qrc:/qt/qml");
        QQmlComponent component(&engine);
        component.setData(kPage, QUrl("qrc:/test.qml"));
        page.reset(qobject_cast<QQuickItem*>(component.create()));
        ASSERT_NE(page, nullptr) << component.errorString().toStdString();
        window.resize(300, 200);
        page->setParentItem(window.contentItem());
        window.show();
        window.requestActivate();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        gate.guard(window);
        now += InputGate::kStill;
    }

    int count(const char* of) const { return page->property(of).toInt(); }
    int clicks() const { return count("upperClicks") + count("lowerClicks"); }
    QObject* upper() const { return page->property("key").value<QObject*>(); }
    bool looksPressed() const { return upper()->property("down").toBool(); }
    void mouseClick() { QTest::mouseClick(&window, Qt::LeftButton, {}, kUpper); }
    void fingerDown(int id = 0, QPoint where = kUpper)
    {
        QTest::touchEvent(&window, screen).press(id, where, &window);
        settle();
    }
    void fingerUp(int id = 0, QPoint where = kUpper)
    {
        QTest::touchEvent(&window, screen).release(id, where, &window);
        settle();
    }
    static void settle() { QCoreApplication::processEvents(); }
    void move()
    {
        gate.moved();
        settle();
    }
};

TEST_F(InputGateTest, InputReachesAPageThatStands)
{
    mouseClick();
    EXPECT_EQ(clicks(), 1);
    fingerDown();
    EXPECT_TRUE(looksPressed());
    fingerUp();
    EXPECT_EQ(clicks(), 2);
    upper()->setProperty("focus", true);
    QTest::keyClick(&window, Qt::Key_Space);
    EXPECT_EQ(clicks(), 3);
    QTest::keyClick(&window, Qt::Key_F2);
    EXPECT_EQ(count("shortcuts"), 1);
}

TEST_F(InputGateTest, APressBegunBeforeThePageStoodReachesNobody)
{
    upper()->setProperty("focus", true);
    gate.moved();
    now += InputGate::kStill - 1ms;
    EXPECT_FALSE(gate.isOpen());
    mouseClick();
    fingerDown();
    EXPECT_FALSE(looksPressed()) << "a key that does nothing doesn't look as if it did";
    fingerUp();
    QTest::keyClick(&window, Qt::Key_Space);
    QTest::keyClick(&window, Qt::Key_F2);
    EXPECT_EQ(clicks(), 0);
    EXPECT_EQ(count("shortcuts"), 0);
    now += 1ms;
    EXPECT_TRUE(gate.isOpen());
    mouseClick();
    EXPECT_EQ(clicks(), 1);
}

TEST_F(InputGateTest, ItIsSwallowedToItsEndHoweverLateThatIs)
{
    upper()->setProperty("focus", true);
    gate.moved();
    fingerDown();
    now += 5s;
    EXPECT_FALSE(gate.isOpen()) << "not every finger has lifted";
    mouseClick();
    fingerUp();
    EXPECT_EQ(clicks(), 0);
    EXPECT_TRUE(gate.isOpen());
    gate.moved();
    QTest::mousePress(&window, Qt::LeftButton, {}, kUpper);
    QTest::keyPress(&window, Qt::Key_Space);
    now += 5s;
    QTest::mouseRelease(&window, Qt::LeftButton, {}, kUpper);
    EXPECT_FALSE(gate.isOpen()) << "a key is down";
    QTest::keyRelease(&window, Qt::Key_Space);
    EXPECT_EQ(clicks(), 0);
    EXPECT_TRUE(gate.isOpen());
}

TEST_F(InputGateTest, APressUnderWayWhenThePageMovesIsCancelled)
{
    fingerDown();
    ASSERT_TRUE(looksPressed());
    move();
    EXPECT_FALSE(looksPressed());
    now += 5s;
    fingerUp();
    EXPECT_EQ(clicks(), 0);

    QTest::mousePress(&window, Qt::LeftButton, {}, kUpper);
    ASSERT_TRUE(looksPressed());
    move();
    EXPECT_FALSE(looksPressed());
    now += 5s;
    QTest::mouseRelease(&window, Qt::LeftButton, {}, kUpper);
    EXPECT_EQ(clicks(), 0);

    upper()->setProperty("focus", true);
    QTest::keyPress(&window, Qt::Key_Space);
    ASSERT_TRUE(looksPressed());
    move();
    EXPECT_FALSE(looksPressed());
    now += 5s;
    QTest::keyRelease(&window, Qt::Key_Space);
    EXPECT_EQ(clicks(), 0);

    mouseClick();
    EXPECT_EQ(clicks(), 1) << "the next one counts";
}

TEST_F(InputGateTest, APressMayMoveThePageItself)
{
    ASSERT_TRUE(QObject::connect(upper(), SIGNAL(clicked()), &gate, SLOT(moved())));
    for (int touch = 1; touch <= 3; ++touch) {
        fingerDown();
        fingerUp();
        EXPECT_EQ(clicks(), touch);
        EXPECT_FALSE(gate.isOpen());
        fingerDown();
        fingerUp();
        EXPECT_EQ(clicks(), touch) << "the second half of a double tap";
        now += InputGate::kStill;
        EXPECT_TRUE(gate.isOpen()) << "the finger that moved it has lifted";
    }
}

TEST_F(InputGateTest, ASecondFingerIsAPalmAndCancelsBoth)
{
    fingerDown(0, kUpper);
    ASSERT_TRUE(looksPressed());
    QTest::touchEvent(&window, screen).stationary(0).press(1, kLower, &window);
    settle();
    EXPECT_FALSE(looksPressed());
    QTest::touchEvent(&window, screen).release(0, kUpper, &window).stationary(1);
    settle();
    fingerUp(1, kLower);
    EXPECT_EQ(clicks(), 0);
    QTest::touchEvent(&window, screen).press(0, kUpper, &window).press(1, kLower, &window);
    QTest::touchEvent(&window, screen).release(0, kUpper, &window).release(1, kLower, &window);
    settle();
    EXPECT_EQ(clicks(), 0) << "both at once";
    fingerDown();
    fingerUp();
    EXPECT_EQ(clicks(), 1) << "a finger alone";
}

TEST_F(InputGateTest, AHeldKeyThatRepeatsIsStillTheSamePress)
{
    upper()->setProperty("focus", true);
    gate.moved();
    QTest::keyPress(&window, Qt::Key_Space);
    now += 5s;
    QKeyEvent again(QEvent::KeyPress, Qt::Key_Space, {}, {}, true);
    QCoreApplication::sendEvent(&window, &again);
    EXPECT_FALSE(looksPressed());
    QTest::keyRelease(&window, Qt::Key_Space);
    EXPECT_EQ(clicks(), 0);
    EXPECT_TRUE(gate.isOpen());
}

TEST_F(InputGateTest, AKeyLetGoInAnotherWindowDoesntKeepItClosed)
{
    gate.moved();
    QTest::keyPress(&window, Qt::Key_Space);
    now += 5s;
    ASSERT_FALSE(gate.isOpen());
    QFocusEvent left(QEvent::FocusOut);
    QCoreApplication::sendEvent(&window, &left);
    EXPECT_TRUE(gate.isOpen());
}

TEST_F(InputGateTest, AnotherSizeIsAMove)
{
    window.resize(400, 200);
    settle();
    EXPECT_FALSE(gate.isOpen());
}

} // namespace
