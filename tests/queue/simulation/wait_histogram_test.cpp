#include <queue/statistics/wait_histogram.h>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

/// As long as waits are: mostly minutes, some nothing, some days.
rc::Gen<std::vector<std::int64_t>> someWaits()
{
    const auto wait =
        rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 5'000), rc::gen::inRange<std::int64_t>(0, 3'600'000),
                       rc::gen::inRange<std::int64_t>(0, 100'000'000'000));
    return rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(wait));
}

WaitHistogram histogramOf(const std::vector<std::int64_t>& waits)
{
    WaitHistogram histogram;
    for (const std::int64_t wait : waits)
        histogram.add(Millis{wait});
    return histogram;
}

/// percentile_disc of a sorted list.
std::int64_t nearestRank(const std::vector<std::int64_t>& sorted, double share)
{
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

RC_GTEST_PROP(WaitHistogram, FindsTheNearestRankOfASortedList, ())
{
    auto waits = *someWaits();
    const WaitHistogram histogram = histogramOf(waits);
    std::ranges::sort(waits);
    for (const double share : {0.01, 0.5, 0.9, 0.95, 0.99, 1.0}) {
        const std::int64_t exact = nearestRank(waits, share);
        const std::int64_t off = std::abs(histogram.quantile(share).count() - exact);
        RC_ASSERT((exact < 4096 ? off == 0 : off * 4096 <= exact));
    }
}

RC_GTEST_PROP(WaitHistogram, CountsTwoAddedAsOneOfAll, ())
{
    const auto some = *someWaits();
    const auto others = *someWaits();
    WaitHistogram sum = histogramOf(some);
    sum.add(histogramOf(others));
    auto all = some;
    all.insert(all.end(), others.begin(), others.end());
    const WaitHistogram whole = histogramOf(all);
    RC_ASSERT(sum.count() == whole.count());
    RC_ASSERT(sum.sum() == whole.sum());
    RC_ASSERT(sum.max() == whole.max());
    for (const double share : {0.25, 0.5, 0.9, 1.0})
        RC_ASSERT(sum.quantile(share) == whole.quantile(share));
}

TEST(WaitHistogram, OfNothingSaysNothing)
{
    const WaitHistogram empty;
    EXPECT_EQ(empty.count(), 0U);
    EXPECT_EQ(empty.quantile(0.9), Millis{0});
    EXPECT_EQ(empty.max(), Millis{0});
}

TEST(WaitHistogram, NeverSaysMoreThanTheLongestWait)
{
    const WaitHistogram histogram = histogramOf({0, 0, 1'000'001});
    EXPECT_EQ(histogram.quantile(1.0), Millis{1'000'001});
    EXPECT_EQ(histogram.quantile(0.5), Millis{0});
}

} // namespace starqueue::queue::test
