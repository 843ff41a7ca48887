#include <db/reports/wait_figures.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

using namespace starqueue::db;

TEST(NearestRank, IsTheSmallestValueThatEnoughDontExceed)
{
    for (unsigned count = 1; count <= 40; ++count)
        for (unsigned percent : {1U, 50U, 90U, 95U, 100U}) {
            std::vector<std::uint32_t> waits;
            for (unsigned i = 0; i < count; ++i)
                waits.push_back((i * 7919) % count + 1); // 1 … count where count and 7919 share no factor
            const auto rank = static_cast<std::uint32_t>(std::ceil(percent / 100.0 * count));
            EXPECT_EQ(nearestRank(waits, percent), std::max(rank, 1U)) << count << " " << percent;
        }
}
