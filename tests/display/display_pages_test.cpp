#include <client/ui/face_program.h>
#include <display/display_boards.h>
#include <display/model/display_model.h>
#include <support/find_item.h>

#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

STARQUEUE_KEEP_MODULE(StarQueue_Display)

using namespace starqueue;
using display::test::DisplayBoard;

namespace {

struct DisplayPages : testing::TestWithParam<const char*>
{
    display::test::TurnedClock hands;
    display::DisplayModel model{GetParam(), "display 1", hands.clock()};
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;

    void SetUp() override
    {
        ui::prepareUi(ui::Theme::Kind::Wall, {}, {"starqueue_display"});
        engine.addImportPath("qrc:/qt/qml");
        engine.setInitialProperties({{"viewModel", QVariant::fromValue(&model)}});
        engine.load(QUrl("qrc:/qt/qml/StarQueue/Display/Main.qml"));
        ASSERT_FALSE(engine.rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
        window->resize(1920, 1080);
        window->show();
    }
    void show(const DisplayBoard& board)
    {
        model.takeBoard(board.read());
        (void)window->grabWindow();
    }
    QQuickItem* item(const char* name) { return starqueue::test::findItem(window->contentItem(), name); }
    QString text(const char* name) { return item(name)->property("text").toString(); }
    bool visible(const char* name) { return item(name)->isVisible(); }
    /// Seen, whole and within its place.
    bool stands(const char* name)
    {
        const QQuickItem* label = item(name);
        return label->isVisible() && !label->property("truncated").toBool() &&
               label->property("contentWidth").toReal() <= label->width() + 1;
    }
    bool chinese() { return GetParam() == std::string_view("zh"); }
};

TEST_P(DisplayPages, ACallStandsAtLeastASixthOfTheScreenHigh)
{
    for (const char* number : {"A012", "A1012", "AB1012"}) {
        show(DisplayBoard().call(number, "3"));
        ASSERT_TRUE(visible("called-number"));
        EXPECT_EQ(text("called-number"), number);
        EXPECT_EQ(text("called-counter"), "3");
        const auto* label = item("called-number");
        EXPECT_LE(label->property("contentWidth").toReal(), label->width() + 1) << number;
        EXPECT_GE(label->property("contentHeight").toReal(), 1080.0 / 6) << number;
    }
}

TEST_P(DisplayPages, ServicesStandWithTheirWaits)
{
    show(DisplayBoard().service("账户业务", "Accounts", 6, 480, 840));
    EXPECT_EQ(text("service-name"), chinese() ? u"账户业务"_s : "Accounts");
    EXPECT_EQ(text("service-wait"), chinese() ? u"6 人 · 8–14 分钟"_s : u"6 ahead · 8–14 min"_s);
}

TEST_P(DisplayPages, NobodyCalledSaysWhereNumbersWillStand)
{
    show(DisplayBoard().service("账户业务", "Accounts", 0, 0, 60));
    EXPECT_FALSE(visible("called-number"));
    EXPECT_TRUE(visible("headline"));
    EXPECT_EQ(text("headline"), chinese() ? u"叫到的号码会显示在这里"_s : "Your number will appear here");
}

TEST_P(DisplayPages, ALossHidesEveryNumber)
{
    show(DisplayBoard().call("A012", "3").call("B007", "5").service("账户业务", "Accounts", 6, 480, 840));
    hands.steady += std::chrono::seconds(11);
    model.tick();
    (void)window->grabWindow();
    EXPECT_FALSE(visible("called-number"));
    EXPECT_FALSE(visible("services"));
    EXPECT_TRUE(visible("technical"));
}

TEST_P(DisplayPages, ALongCounterNameStaysInsideThePanel)
{
    show(DisplayBoard()
             .call("AB1012", "3")
             .counterNamed("集团客户专线与云网融合业务办理贵宾服务专区",
                           "Lounge for the leased lines and cloud of companies"));
    const QQuickItem* label = item("called-number");
    EXPECT_LE(label->property("contentWidth").toReal(), label->width() + 1);
    EXPECT_TRUE(stands("called-counter"));
    EXPECT_TRUE(stands("counter-after"));
}

TEST_P(DisplayPages, AnySignStandsWholeInThePanel)
{
    for (const char* sign : {"3", "99", "3B", "VIP", "贵宾室", "二楼3B窗口", "东门综合服务大厅",
                             "ENTERPRISE SERVICES ROOM", "WWWWWWWWWWWWWWWWWWWWWWWW"}) {
        for (const char* number : {"A012", "AB1012"}) {
            show(DisplayBoard().call("B007", "5").signedAs(sign).call(number, "3").signedAs(sign));
            EXPECT_EQ(text("called-counter"), sign);
            EXPECT_TRUE(stands("called-counter")) << sign;
            EXPECT_TRUE(stands("called-number")) << sign << ' ' << number;
            EXPECT_TRUE(stands("recent-figure")) << sign;
        }
    }
}

TEST_P(DisplayPages, AShortSignIsLargerThanTheWordsAroundIt)
{
    show(
        DisplayBoard().call("A012", "x").signedAs("3B").counterNamed("二楼 3B 窗口", "Upstairs, counter 3B"));
    EXPECT_EQ(text("counter-before"), chinese() ? u"二楼"_s : "Upstairs, counter");
    EXPECT_GT(item("called-counter")->property("contentHeight").toReal(),
              1.5 * item("counter-before")->property("contentHeight").toReal());
}

INSTANTIATE_TEST_SUITE_P(Languages, DisplayPages, testing::Values("zh", "en"));

} // namespace
