#include <client/events/board_watch.h>
#include <display/display_boards.h>
#include <display/model/display_model.h>
#include <support/scripted_hall.h>
#include <support/wait_cases.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue;
using namespace std::chrono_literals;
using display::DisplayModel;
using display::test::boardOf;
using display::test::DisplayBoard;
using starqueue::test::eventually;
using Page = DisplayModel::Page;

namespace {

struct DisplayModelTest : testing::Test
{
    display::test::TurnedClock hands;
    DisplayModel model{"zh", "display 1", hands.clock()};
    QStringList spoken;

    DisplayModelTest()
    {
        QObject::connect(&model, &DisplayModel::called, &model,
                         [this](const client::api::Call& call) { spoken << call.number; });
    }
    void pass(std::chrono::milliseconds time)
    {
        hands.steady += time;
        model.tick();
    }
    QVariant recent(int row, const char* role)
    {
        return static_cast<client::RowList*>(model.recent())->value(row, role);
    }
    QVariant service(int row, const char* role)
    {
        return static_cast<client::RowList*>(model.services())->value(row, role);
    }
};

TEST_F(DisplayModelTest, SaysThatItWaitsUntilTheHallAnswers)
{
    EXPECT_EQ(model.page(), Page::Connecting);
    EXPECT_EQ(model.headline(), u"正在连接叫号系统"_s);
    EXPECT_EQ(model.headlineOther(), "Waiting for the queue system");
    EXPECT_EQ(model.time(), "") << "whose zone would it be?";
    EXPECT_EQ(model.date(), "");
}

TEST_F(DisplayModelTest, ShowsTheHallsTimeWhereverTheScreenStands)
{
    hands.wall = QDateTime(QDate(2026, 11, 22), QTime(23, 28), Qt::UTC);
    QJsonObject board = DisplayBoard().json();
    QJsonObject hall = board["hall"].toObject();
    hall["timeZone"] = "Asia/Shanghai";
    board["hall"] = hall;
    model.takeBoard(boardOf(board));
    EXPECT_EQ(model.time(), "07:28");
    EXPECT_EQ(model.date(), u"11月23日 星期一"_s);
}

TEST_F(DisplayModelTest, ShowsNoTimeThatTheHallDoesntBelieve)
{
    QJsonObject board = DisplayBoard().json();
    board["hall"] = QJsonObject{{"timeZone", "Asia/Shanghai"}};
    model.takeBoard(boardOf(board));
    EXPECT_NE(model.time(), "");
    board["clock"] = QJsonObject{{"believed", false}, {"why", "before_build"}};
    model.takeBoard(boardOf(board));
    EXPECT_EQ(model.time(), "");
    EXPECT_EQ(model.date(), "");
}

TEST_F(DisplayModelTest, ShowsTheCallLargeAndFourBeforeItWithoutRepeatingIt)
{
    DisplayBoard board;
    for (const char* number : {"A001", "A002", "A003", "A004", "A005", "A006"})
        board.call(number, "3", 0, "serving");
    model.takeBoard(board.call("B007", "5").read());
    EXPECT_EQ(model.number(), "B007");
    EXPECT_EQ(model.callWords(), u"请到"_s);
    EXPECT_EQ(model.counterFigure(), "5");
    EXPECT_EQ(model.counterAfter(), u"号窗口"_s);
    EXPECT_EQ(model.counterOther(), "Counter 5");
    EXPECT_EQ(model.recent()->rowCount(), 4);
    EXPECT_EQ(recent(0, "number"), "A006");
    EXPECT_EQ(recent(3, "number"), "A003");
}

TEST_F(DisplayModelTest, ShowsWhatStandsOverTheCounterAndNotItsId)
{
    model.takeBoard(
        DisplayBoard().call("A012", "c7").signedAs("3B").counterNamed("二楼3B窗口", "Upstairs, 3B").read());
    EXPECT_EQ(model.counterBefore(), u"二楼"_s);
    EXPECT_EQ(model.counterFigure(), "3B");
    EXPECT_EQ(model.counterAfter(), u"窗口"_s);
    model.takeBoard(
        DisplayBoard().call("A013", "vip").signedAs("贵宾室").counterNamed("贵宾室", "VIP room").read());
    EXPECT_EQ(model.counterFigure(), u"贵宾室"_s);
    EXPECT_EQ(model.counterAfter(), "");
    EXPECT_EQ(model.counterOther(), "VIP room");
}

TEST_F(DisplayModelTest, ASignIsNotRepeatedAsANameInTheOtherLanguage)
{
    DisplayModel english("en", "display 1", hands.clock());
    english.takeBoard(
        DisplayBoard().call("A013", "vip").signedAs("贵宾室").counterNamed("贵宾室", "VIP room").read());
    EXPECT_EQ(english.counterFigure(), u"贵宾室"_s);
    EXPECT_EQ(english.counterAfter(), "VIP room");
    EXPECT_EQ(english.counterOther(), "");
}

TEST_F(DisplayModelTest, WhoIsStillToComeIsShownBeforeThoseWhoCame)
{
    DisplayBoard board;
    board.call("D007", "3", 2); // called again just now, long after the first time
    for (const char* number : {"A001", "A002", "A003", "A004", "A005"})
        board.call(number, "1", 0, "serving");
    model.takeBoard(board.call("B007", "5").read());
    EXPECT_EQ(model.number(), "B007");
    EXPECT_EQ(recent(0, "number"), "D007");
    EXPECT_EQ(recent(1, "number"), "A005");
    EXPECT_EQ(model.recent()->rowCount(), 4);
}

TEST_F(DisplayModelTest, ACustomerWhoIsBeingServedIsNotAskedToCome)
{
    model.takeBoard(DisplayBoard().call("B007", "5", 0, "serving").read());
    EXPECT_FALSE(model.expected());
    EXPECT_EQ(model.callWords(), u"正在办理"_s);
}

TEST_F(DisplayModelTest, SaysEachWaitAsEverywhere)
{
    DisplayModel english("en", "display 1", hands.clock());
    const auto said = [](DisplayModel& display) {
        return static_cast<client::RowList*>(display.services())->value(0, "wait").toString();
    };
    for (const starqueue::test::WaitCase& wait : starqueue::test::waitCases()) {
        const auto board = DisplayBoard()
                               .service("账户业务", "Accounts", 3, static_cast<int>(wait.p10.count()),
                                        static_cast<int>(wait.p90.count()))
                               .waitOf(wait.method);
        model.takeBoard(board.read());
        english.takeBoard(board.read());
        EXPECT_EQ(said(model), wait.isRange() ? u"3 人 · %1 分钟"_s.arg(wait.minutes()) : wait.zh);
        EXPECT_EQ(said(english), wait.isRange() ? u"3 ahead · %1"_s.arg(wait.en) : wait.en);
    }
}

TEST_F(DisplayModelTest, NoNumberStandsLongerThanTenSecondsAfterTheHallFellSilent)
{
    model.takeBoard(DisplayBoard().call("A001", "1").service("账户业务", "Accounts", 6, 480, 840).read());
    pass(DisplayModel::kStale);
    EXPECT_EQ(model.number(), "A001");
    pass(1ms);
    EXPECT_EQ(model.page(), Page::Lost);
    EXPECT_EQ(model.number(), "");
    EXPECT_EQ(model.recent()->rowCount(), 0);
    EXPECT_EQ(model.services()->rowCount(), 0);
    EXPECT_EQ(model.headline(), u"本屏暂时无法显示叫号"_s);
    model.takeBoard(DisplayBoard().call("A002", "1").read());
    EXPECT_EQ(model.number(), "A002");
}

TEST_F(DisplayModelTest, ARefusedTokenTakesTheNumbersAway)
{
    model.takeBoard(DisplayBoard().call("A001", "1").read());
    model.setRefusal("unknown token");
    EXPECT_EQ(model.page(), Page::Refused);
    EXPECT_EQ(model.number(), "");
    EXPECT_TRUE(model.technical().contains("unknown token"));
}

TEST_F(DisplayModelTest, AClosedDayShowsWordsAndNoWaits)
{
    model.takeBoard(DisplayBoard()
                        .call("A001", "1", 0, "serving")
                        .service("账户业务", "Accounts", 6, 480, 840)
                        .closed()
                        .read());
    EXPECT_EQ(model.page(), Page::DayClosed);
    EXPECT_EQ(model.headline(), u"今日营业已结束"_s);
    EXPECT_EQ(model.services()->rowCount(), 0);
}

TEST_F(DisplayModelTest, WhoWasCalledBeforeTheDayClosedStaysOnTheScreen)
{
    model.takeBoard(DisplayBoard().call("A001", "1").closed().read());
    EXPECT_EQ(model.page(), Page::Live);
    EXPECT_EQ(model.number(), "A001");
}

TEST_F(DisplayModelTest, WaitsAreARangeOrAtOnceOrClosed)
{
    model.takeBoard(DisplayBoard()
                        .service("账户业务", "Accounts", 6, 480, 840)
                        .service("补卡换卡", "SIM", 0, 0, 0)
                        .service("宽带业务", "Broadband", 0, 60, 120, false)
                        .service("套餐", "Plans", 3, 60, 120, false)
                        .read());
    EXPECT_EQ(service(0, "wait"), u"6 人 · 8–14 分钟"_s);
    EXPECT_EQ(service(0, "otherName"), "Accounts");
    EXPECT_EQ(service(1, "wait"), u"马上办理"_s);
    EXPECT_EQ(service(2, "wait"), u"暂停办理"_s);
    EXPECT_FALSE(service(2, "open").toBool());
    EXPECT_EQ(service(3, "wait"), u"停止取号 · 3 人等候"_s) << "those inside are still served";
    EXPECT_TRUE(service(3, "open").toBool());
}

TEST_F(DisplayModelTest, MoreServicesThanFitComeInTurn)
{
    DisplayBoard board;
    for (int i = 0; i < 8; ++i)
        board.service(QString::number(i), QString::number(i), 1, 60, 120);
    model.takeBoard(board.read());
    ASSERT_EQ(model.servicePages(), 2);
    QSet<QString> seen;
    for (int turn = 0; turn < 2; ++turn) {
        for (int row = 0; row < model.services()->rowCount(); ++row)
            seen.insert(service(row, "name").toString());
        hands.steady += DisplayModel::kTurn;
        model.takeBoard(board.read());
    }
    EXPECT_EQ(seen.size(), 8);
}

TEST_F(DisplayModelTest, TheFooterSaysEveryMessageAndEveryAdviceInBothLanguages)
{
    model.takeBoard(DisplayBoard().message("三点有讲解", "A talk at three").read());
    QSet<QString> seen;
    for (int turn = 0; turn < 6; ++turn) {
        seen.insert(model.footer());
        pass(DisplayModel::kTurn);
        model.takeBoard(DisplayBoard().message("三点有讲解", "A talk at three").read());
    }
    EXPECT_EQ(seen.size(), 6);
    EXPECT_TRUE(seen.contains("A talk at three"));
    EXPECT_TRUE(seen.contains(u"过号请到引导台，不必重新排队"_s));
}

TEST_F(DisplayModelTest, InEnglishTheEnglishStandsFirst)
{
    DisplayModel english("en", "display 1", hands.clock());
    english.takeBoard(DisplayBoard().call("A012", "3").service("账户业务", "Accounts", 6, 480, 840).read());
    EXPECT_EQ(english.callWords(), "Please go to");
    EXPECT_EQ(english.counterBefore(), "Counter");
    EXPECT_EQ(english.counterOther(), u"3号窗口"_s);
    EXPECT_EQ(static_cast<client::RowList*>(english.services())->value(0, "wait"), u"6 ahead · 8–14 min"_s);
}

TEST_F(DisplayModelTest, ACallDuringALossIsCaughtUpWithOnce)
{
    starqueue::test::ScriptedHall hall;
    client::BoardWatch watch({hall.url(), "secret"}, nullptr, {5ms, 60s, 10ms, 30ms}, {5ms, 20ms, 25s});
    QObject::connect(&watch, &client::BoardWatch::boardChanged, &model,
                     [&] { model.takeBoard(watch.board()); });
    DisplayBoard board;
    hall.always("GET", "/board", [&] { return board.json(); });
    hall.stream();
    watch.start();
    ASSERT_TRUE(eventually([&] { return watch.reachable(); }));
    board.call("A012", "3");
    hall.streams(starqueue::test::eventBytes(8, "ticket_called"));
    hall.closeStreams();
    ASSERT_TRUE(eventually([&] { return model.number() == "A012"; }));
    ASSERT_TRUE(eventually([&] { return hall.requests("GET", "/board").size() >= 3; }));
    EXPECT_EQ(spoken, QStringList("A012"));
}

} // namespace
