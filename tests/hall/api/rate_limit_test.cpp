#include <hall/api/request/rate_limit.h>

#include <gtest/gtest.h>

#include <string>

namespace starqueue::hall::test {

TEST(Throttle, RefillsWithinItsPeriod)
{
    std::chrono::milliseconds now{0};
    Throttle throttle(2, std::chrono::seconds{2}, [&] { return now; });
    EXPECT_TRUE(throttle.allow("one"));
    EXPECT_TRUE(throttle.allow("one"));
    EXPECT_FALSE(throttle.allow("one"));
    EXPECT_TRUE(throttle.allow("other"));
    now += std::chrono::seconds{1};
    EXPECT_TRUE(throttle.allow("one"));
    EXPECT_FALSE(throttle.allow("one"));
}

TEST(Throttle, ForgetsKeysOfEarlierPeriods)
{
    std::chrono::milliseconds now{0};
    Throttle throttle(2, std::chrono::seconds{2}, [&] { return now; });
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_TRUE(throttle.allow(std::to_string(i)));
        now += std::chrono::milliseconds{10};
    }
    EXPECT_LE(throttle.size(), 1024U);
}

} // namespace starqueue::hall::test
