#include <client/ui/face_program.h>
#include <display/display_boards.h>
#include <display/model/display_model.h>
#include <support/find_item.h>
#include <support/seen.h>

#include <QAccessible>
#include <QJSValue>
#include <QMap>
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
        ui::Theme::instance().setReducedMotion(true); // what grows in is measured at rest
        engine.addImportPath("qrc:/qt/qml");
        engine.setInitialProperties({{"viewModel", QVariant::fromValue(&model)}});
        engine.load(QUrl("qrc:/qt/qml/StarQueue/Display/Main.qml"));
        ASSERT_FALSE(engine.rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
        window->resize(1920, 1080);
        window->show();
        QCoreApplication::processEvents(); // it gets its size
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
        EXPECT_EQ(text("called-figure"), "3");
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

TEST_P(DisplayPages, ALongCounterNameStandsInALineOfItsOwnAndEndsInAnEllipsisInsideThePanel)
{
    show(DisplayBoard()
             .call("AB1012", "3")
             .counterNamed("集团客户专线与云网融合业务办理贵宾服务专区",
                           "Lounge for the leased lines and cloud of companies"));
    EXPECT_TRUE(stands("called-number"));
    EXPECT_TRUE(stands("called-figure"));
    EXPECT_FALSE(visible("called-after"));
    EXPECT_TRUE(visible("counter-name"));
    EXPECT_LE(item("counter-name")->property("contentWidth").toReal(), item("counter-name")->width() + 1);
}

TEST_P(DisplayPages, AnySignStandsWholeInThePanel)
{
    for (const char* sign : {"3", "99", "3B", "VIP", "贵宾室", "二楼3B窗口", "东门综合服务大厅",
                             "ENTERPRISE SERVICES ROOM", "WWWWWWWWWWWWWWWW"}) {
        for (const char* number : {"A012", "AB1012"}) {
            show(DisplayBoard().call("B007", "5").signedAs(sign).call(number, "3").signedAs(sign));
            EXPECT_EQ(text("called-figure"), sign);
            EXPECT_TRUE(stands("called-figure")) << sign;
            EXPECT_TRUE(stands("called-number")) << sign << ' ' << number;
        }
    }
}

TEST_P(DisplayPages, ASignInTheGridStandsWholeInTwoLinesOrEndsInAnEllipsis)
{
    for (const char* sign : {"3", "99", "3B", "VIP", "贵宾室", "二楼3B窗口", "东门综合服务大厅"}) {
        show(DisplayBoard().call("B007", "5").signedAs(sign).call("A012", "3").signedAs(sign));
        EXPECT_TRUE(stands("recent-figure")) << sign;
    }
    const char* endless = "WWWWWWWWWWWWWWWWWWWWWWWW";
    show(DisplayBoard().call("B007", "5").signedAs(endless).call("A012", "3").signedAs(endless));
    EXPECT_LE(item("recent-figure")->property("contentWidth").toReal(), item("recent-figure")->width() + 1);
}

TEST_P(DisplayPages, AShortSignIsLargerThanTheWordsBesideIt)
{
    show(DisplayBoard().call("A012", "x").signedAs("3B").counterNamed("柜台 3B", "Desk 3B"));
    EXPECT_EQ(text("called-before"), chinese() ? u"柜台"_s : "Desk");
    EXPECT_TRUE(visible("called-before"));
    EXPECT_GT(item("called-figure")->property("contentHeight").toReal(),
              1.5 * item("called-before")->property("contentHeight").toReal());
}

/// The numbers that stand on the screen, with the rectangles of their calls.
QMap<QString, QRectF> shownCalls(const QQuickWindow& window)
{
    QMap<QString, QRectF> calls;
    starqueue::test::visitSeen(window.contentItem(), [&](const QQuickItem* item) {
        if (item->objectName() == "called-number" || item->objectName() == "recent-number") {
            const QQuickItem* call = item->parentItem();
            calls.insert(item->property("text").toString(),
                         call->mapRectToScene(QRectF(0, 0, call->width(), call->height())));
        }
    });
    return calls;
}

QStringList badTexts(const QQuickWindow& window)
{
    const int least = window.height() / 30;
    QStringList bad;
    starqueue::test::visitSeen(window.contentItem(), [&](const QQuickItem* item) {
        if (!starqueue::test::isText(item))
            return;
        const QString text = item->property("text").toString();
        const int size = item->property("fontInfo").value<QJSValue>().property("pixelSize").toInt();
        if (size < least)
            bad << u"\"%1\" is %2 px high"_s.arg(text).arg(size);
        if (starqueue::test::isCut(item))
            bad << u"\"%1\" is cut"_s.arg(text);
        if (starqueue::test::isOutside(item))
            bad << u"\"%1\" is off the window"_s.arg(text);
    });
    return bad;
}

TEST_P(DisplayPages, EveryExpectedCallStandsWholeApartAndLargeEnough)
{
    for (const int count : {1, 2, 5, 9, 10, 12, 13, 16, 17, 21, 24}) {
        DisplayBoard board;
        board.service("账户业务", "Accounts", 6, 480, 840);
        for (int i = 1; i <= count; ++i)
            board.call(u"A%1"_s.arg(i, 3, 10, QChar(u'0')), QString::number(i));
        show(board);
        const auto calls = shownCalls(*window).values();
        EXPECT_EQ(calls.size(), count <= 21 ? count : 19) << count;
        EXPECT_EQ(visible("more-calls"), count > 21);
        EXPECT_EQ(badTexts(*window).join('\n').toStdString(), "") << count;
        for (qsizetype i = 0; i < calls.size(); ++i) {
            EXPECT_GE(calls[i].height(), window->height() / 9.0) << count;
            EXPECT_TRUE(QRectF(0, 0, 1920, 1080).contains(calls[i])) << count;
            for (qsizetype k = 0; k < i; ++k)
                EXPECT_FALSE(calls[i].intersects(calls[k])) << count;
        }
        EXPECT_GE(shownCalls(*window)[u"A%1"_s.arg(count, 3, 10, QChar(u'0'))].height(),
                  window->height() / 4.0);
    }
}

TEST_P(DisplayPages, NothingIsSmallerThanAThirtiethOnThePagesWithoutCalls)
{
    show(DisplayBoard().message("三点有讲解", "A talk at three").service("账户业务", "Accounts", 0, 0, 60));
    EXPECT_EQ(badTexts(*window).join('\n').toStdString(), "");
    show(DisplayBoard().closed());
    EXPECT_EQ(badTexts(*window).join('\n').toStdString(), "");
    model.setRefusal("unknown token");
    (void)window->grabWindow();
    EXPECT_EQ(badTexts(*window).join('\n').toStdString(), "");
}

/// What a screen reader finds in the window.
QStringList readOut(QAccessibleInterface* from)
{
    QStringList names;
    if (from->role() == QAccessible::StaticText)
        names << from->text(QAccessible::Name);
    for (int i = 0; i < from->childCount(); ++i)
        if (QAccessibleInterface* child = from->child(i); !child->state().invisible)
            names << readOut(child);
    return names;
}

TEST_P(DisplayPages, WhatStandsThereCanBeReadOutToo)
{
    show(DisplayBoard().service("账户业务", "Accounts", 6, 480, 840).call("B007", "5").call("A012", "3"));
    const QStringList names = readOut(QAccessible::queryAccessibleInterface(window));
    for (const QString& name : {chinese() ? u"A012 3 号窗口"_s : u"A012 Counter 3"_s,
                                chinese() ? u"B007 5 号窗口"_s : u"B007 Counter 5"_s,
                                chinese() ? u"账户业务 6 人 · 8–14 分钟"_s : u"Accounts 6 ahead · 8–14 min"_s,
                                u"城西营业厅"_s, model.footer()})
        EXPECT_TRUE(names.contains(name)) << name.toStdString() << "\nin\n" << names.join('\n').toStdString();
}

INSTANTIATE_TEST_SUITE_P(Languages, DisplayPages, testing::Values("zh", "en"));

} // namespace
