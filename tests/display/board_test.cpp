#include <display/board.h>
#include <display/display_boards.h>

#include <gtest/gtest.h>

using namespace starqueue::display;
using starqueue::test::DisplayBoard;

namespace {

TEST(Board, TakesCallsNewestFirstWithTheirCounters)
{
    const Board board = readBoard(DisplayBoard().call("A011", "1", 0, "serving").call("B007", "5", 2).json());
    ASSERT_EQ(board.calls.size(), 2);
    EXPECT_EQ(board.calls[0].number, "B007");
    EXPECT_EQ(board.calls[0].counter.en, "Counter 5");
    EXPECT_TRUE(board.calls[0].expected);
    EXPECT_FALSE(board.calls[1].expected);
    EXPECT_NE(board.calls[0].key(), board.calls[1].key());
}

TEST(Board, ShowsTheOtherLanguageWhereOneIsMissing)
{
    const Board board = readBoard(DisplayBoard().service("账户业务", "", 1, 60, 120).json());
    EXPECT_EQ(board.services.first().name.en, QStringLiteral("账户业务"));
}

TEST(Board, OfNothingIsEmptyAndClosed)
{
    const Board board = readBoard({});
    EXPECT_FALSE(board.dayOpen);
    EXPECT_TRUE(board.calls.isEmpty());
    EXPECT_TRUE(readBoard({{"calls", 5}, {"services", "x"}, {"hall", QJsonValue()}}).services.isEmpty());
}

TEST(CounterSign, PutsTheFigureApart)
{
    EXPECT_EQ(counterSign(QStringLiteral("3号窗口")), (CounterSign{"", "3", QStringLiteral("号窗口")}));
    EXPECT_EQ(counterSign("Counter 12"), (CounterSign{"Counter", "12", ""}));
    EXPECT_EQ(counterSign(QStringLiteral("二楼 5 号台")),
              (CounterSign{QStringLiteral("二楼"), "5", QStringLiteral("号台")}));
}

TEST(CounterSign, LeavesANameWithoutAFigureWhole)
{
    EXPECT_EQ(counterSign(QStringLiteral(" 贵宾室 ")), (CounterSign{QStringLiteral("贵宾室"), "", ""}));
}

} // namespace
