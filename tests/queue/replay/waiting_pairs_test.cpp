#include <queue/replay/day_by_hand.h>
#include <queue/replay/order_report.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::queue;
using namespace starqueue::queue::test;

namespace {

std::vector<WaitingPair> pairsOf(const std::vector<RecordedCustomer>& customers,
                                 const std::string& second = "PS")
{
    DayBuilder builder(kSomeDay);
    for (std::size_t i = 0; i < customers.size(); ++i)
        builder.add(customers[i], i == 1 ? second : "PS", std::to_string(i));
    return pairsThatWaited(std::move(builder).build(), 5);
}

bool explains(TrialHeadStart headStart, const RecordedCustomer& first, const RecordedCustomer& second)
{
    OrderAgreement agreement;
    addExplained(pairsOf({first, second}), headStart, agreement);
    EXPECT_EQ(agreement.all.of, 1U);
    return agreement.all.part == 1;
}

} // namespace

TEST(WaitingPairs, AreThoseOfWhomTheSecondCameBeforeTheFirstWasCalled)
{
    EXPECT_EQ(pairsOf({served(0, 60, 90), served(59, 70, 99)}).size(), 1U);
    EXPECT_TRUE(pairsOf({served(0, 60, 90), served(60, 70, 99)}).empty());
}

TEST(WaitingPairs, NeedTwoWhoWaitedForOneServiceAndWereCalled)
{
    EXPECT_TRUE(pairsOf({served(0, 60, 90), served(10, 70, 99)}, "NW").empty());
    EXPECT_TRUE(pairsOf({served(0, 60, 90), gaveUp(10, 70)}).empty());
    EXPECT_TRUE(pairsOf({gaveUp(0, 60), served(10, 70, 99)}).empty());
    EXPECT_TRUE(pairsOf({served(0, 60, 90), served(10, 10, 99)}).empty());
}

TEST(WaitingPairs, NeedAnOrderOfComingAndOfService)
{
    EXPECT_TRUE(pairsOf({served(0, 60, 90), served(0, 70, 99)}).empty());
    EXPECT_TRUE(pairsOf({served(0, 60, 90), served(10, 60, 99)}).empty());
}

TEST(WaitingPairs, AreExplainedWhereTheHeadStartExceedsTheLag)
{
    const RecordedCustomer first = served(0, 80, 90);
    const RecordedCustomer passes = served(30, 70, 99, 5);
    EXPECT_FALSE(explains(Seconds{0}, first, passes));
    EXPECT_FALSE(explains(Seconds{30}, first, passes)) << "equal ranks go by who came first";
    EXPECT_TRUE(explains(Seconds{31}, first, passes));
    EXPECT_TRUE(explains(kStrict, first, passes));
}

TEST(WaitingPairs, AreMisexplainedByAHeadStartThatWasNotUsed)
{
    const RecordedCustomer first = served(0, 80, 90);
    const RecordedCustomer waits = served(30, 85, 99, 5);
    EXPECT_TRUE(explains(Seconds{0}, first, waits));
    EXPECT_FALSE(explains(Seconds{60}, first, waits));
    EXPECT_FALSE(explains(kStrict, first, waits));
}

TEST(WaitingPairs, OfOnePriorityAreExplainedAlikeByEveryHeadStart)
{
    for (const int stars : {0, 5})
        for (const TrialHeadStart& headStart :
             {TrialHeadStart{Seconds{0}}, TrialHeadStart{Seconds{90}}, kStrict}) {
            EXPECT_TRUE(explains(headStart, served(0, 70, 90, stars), served(30, 80, 99, stars)));
            EXPECT_FALSE(explains(headStart, served(0, 80, 90, stars), served(30, 70, 99, stars)));
        }
}

TEST(WaitingPairs, CountPassingByLag)
{
    const auto pairs = pairsOf({served(0, 80, 90), served(30, 70, 99, 5), served(50, 85, 99, 5)});
    EXPECT_EQ(passedAtLag(pairs, Seconds{0}, Seconds{30}), (Share{0, 0}));
    EXPECT_EQ(passedAtLag(pairs, Seconds{30}, Seconds{50}), (Share{1, 1}));
    EXPECT_EQ(passedAtLag(pairs, Seconds{30}, Millis::max()), (Share{1, 2}));
}

TEST(OrderReport, CountsCustomersPairsAndLagsBetweenTheHeadStarts)
{
    DayBuilder builder(kSomeDay);
    builder.add(served(0, 80, 90), "PS", "1");
    builder.add(served(30, 70, 79, 5), "PS", "1");
    builder.add(gaveUp(40, 50, 5), "PS", "");
    const std::vector<RecordedDay> days{std::move(builder).build()};
    const std::vector<TrialHeadStart> tried{Seconds{60}, kStrict, Seconds{0}};
    const OrderReport report = orderReport(days, tried, 5);
    EXPECT_EQ(report.days, 1U);
    EXPECT_EQ(report.customers, 3U);
    EXPECT_EQ(report.withPriority, 2U);
    EXPECT_EQ(report.gaveUp, 1U);
    EXPECT_EQ(report.recorded.priority, (MeanWait{1, Seconds{40}}));
    EXPECT_EQ(report.recorded.others, (MeanWait{1, Seconds{80}}));
    ASSERT_EQ(report.rows.size(), 3U);
    EXPECT_EQ(report.rows[0].explained.ofDifferentPriority, (Share{1, 1}));
    EXPECT_EQ(report.rows[2].explained.ofDifferentPriority, (Share{0, 1}));
    ASSERT_EQ(report.lags.size(), 2U);
    EXPECT_EQ(report.lags[0], (LagRow{Seconds{0}, Millis{60'000}, {1, 1}}));
    EXPECT_EQ(report.lags[1], (LagRow{Seconds{60}, std::nullopt, {0, 0}}));
}
