#include <display/model/counter_sign.h>

#include <gtest/gtest.h>

using namespace starqueue::display;

namespace {

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
