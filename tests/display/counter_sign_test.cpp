#include <display/model/counter_sign.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::display;

namespace {

TEST(CounterSign, PutsTheFigureApart)
{
    EXPECT_EQ(counterSign(u"3号窗口"_s), (CounterSign{"", "3", u"号窗口"_s}));
    EXPECT_EQ(counterSign("Counter 12"), (CounterSign{"Counter", "12", ""}));
    EXPECT_EQ(counterSign(u"二楼 5 号台"_s), (CounterSign{u"二楼"_s, "5", u"号台"_s}));
}

TEST(CounterSign, LeavesANameWithoutAFigureWhole)
{
    EXPECT_EQ(counterSign(u" 贵宾室 "_s), (CounterSign{u"贵宾室"_s, "", ""}));
}

} // namespace
