#include <display/model/counter_sign.h>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

using namespace starqueue::display;

namespace {

TEST(CounterSign, StandsApartFromTheWordsAroundIt)
{
    EXPECT_EQ(counterSign("3", u"3号窗口"_s), (CounterSign{"", "3", u"号窗口"_s}));
    EXPECT_EQ(counterSign("12", "Counter 12"), (CounterSign{"Counter", "12", ""}));
    EXPECT_EQ(counterSign("5", u"二楼 5 号台"_s), (CounterSign{u"二楼"_s, "5", u"号台"_s}));
    EXPECT_EQ(counterSign("3B", u"二楼3B窗口"_s), (CounterSign{u"二楼"_s, "3B", u"窗口"_s}));
}

TEST(CounterSign, IsNoPartOfAnother)
{
    EXPECT_EQ(counterSign("3", u"二楼3B窗口"_s), (CounterSign{"", "3", u"二楼3B窗口"_s}));
    EXPECT_EQ(counterSign("1", "Counter 11"), (CounterSign{"", "1", "Counter 11"}));
    EXPECT_EQ(counterSign("1", "Row 11, counter 1"), (CounterSign{"Row 11, counter", "1", ""}));
}

TEST(CounterSign, OfWordsStandsAlone)
{
    EXPECT_EQ(counterSign(u"贵宾室"_s, u" 贵宾室 "_s), (CounterSign{"", u"贵宾室"_s, ""}));
    EXPECT_EQ(counterSign(u"二楼3B窗口"_s, u"二楼3B窗口"_s), (CounterSign{"", u"二楼3B窗口"_s, ""}));
    EXPECT_EQ(counterSign("VIP", u"贵宾窗口"_s), (CounterSign{"", "VIP", u"贵宾窗口"_s}));
}

} // namespace
