#include <queue/simulation/batches.h>
#include <queue/statistics/confidence.h>

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace starqueue::queue::test {
namespace {

/// `count` values whose mean has a standard error of 1: the half-width is the point of Student's t.
double studentPoint(std::size_t count)
{
    std::vector<double> values(count);
    std::iota(values.begin(), values.end(), 0.0);
    const auto n = static_cast<double>(count);
    const double variance = n * (n + 1) / 12; // of 0, 1 … n − 1
    for (double& value : values)
        value *= std::sqrt(n / variance);
    return halfWidth(values).value_or(0);
}

std::uint64_t sizeOf(const std::vector<SimulationBatch>& batches)
{
    return std::accumulate(batches.begin(), batches.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const SimulationBatch& batch) { return sum + batch.count; });
}

} // namespace

// 97.5 % points of Student's t, any statistical table.
TEST(HalfWidth, HasTheKnownPointsOfStudentsT)
{
    EXPECT_NEAR(studentPoint(3), 4.302653, 0.01 * 4.3);
    EXPECT_NEAR(studentPoint(4), 3.182446, 0.002 * 3.2);
    EXPECT_NEAR(studentPoint(5), 2.776445, 0.001 * 2.8);
    EXPECT_NEAR(studentPoint(10), 2.262157, 0.0002);
    EXPECT_NEAR(studentPoint(20), 2.093024, 0.0001);
    EXPECT_NEAR(studentPoint(40), 2.022691, 0.0001);
}

TEST(HalfWidth, OfEqualValuesIsNothing)
{
    EXPECT_DOUBLE_EQ(*halfWidth({2, 2, 2, 2}), 0);
}

TEST(HalfWidth, OfOneOrTwoValuesIsNotKnown)
{
    EXPECT_FALSE(halfWidth({}));
    EXPECT_FALSE(halfWidth({1}));
    EXPECT_FALSE(halfWidth({1, 2}));
}

TEST(Batches, OfDaysHoldEachDayOnce)
{
    for (const std::uint64_t days : {1U, 2U, 39U, 41U, 100U, 4001U}) {
        const std::vector<SimulationBatch> batches = dayBatches(days);
        std::uint64_t next = 0;
        for (const SimulationBatch& batch : batches) {
            EXPECT_EQ(batch.first, next);
            EXPECT_GT(batch.count, 0U);
            next += batch.count;
        }
        EXPECT_EQ(next, days);
        EXPECT_LE(batches.size(), 40U);
    }
}

TEST(Batches, OfAnEndlessDayAreRunsOfTheirOwnWithAllCustomers)
{
    for (const std::uint64_t customers : {1U, 7U, 1'000U, 3'000'001U}) {
        for (const std::uint64_t warmUp : {0U, 20'000U, 9'000'000U}) {
            const std::vector<SimulationBatch> batches = endlessBatches({0, customers, warmUp});
            EXPECT_EQ(sizeOf(batches), customers);
            for (std::size_t i = 0; i < batches.size(); ++i)
                EXPECT_EQ(batches[i].first, i) << "each has its own random numbers";
        }
    }
    EXPECT_EQ(endlessBatches({0, 20'000'000, 200'000}).size(), 20U);
}

} // namespace starqueue::queue::test
