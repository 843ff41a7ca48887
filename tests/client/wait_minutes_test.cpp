#include <client/wait_minutes.h>
#include <support/wait_cases.h>

#include <gtest/gtest.h>

using starqueue::client::waitMinutes;
using starqueue::client::api::WaitRange;
using starqueue::test::WaitCase;
using starqueue::test::waitCases;

namespace {

TEST(WaitMinutes, AreSaidAsEverywhere)
{
    for (const WaitCase& wait : waitCases())
        EXPECT_EQ(waitMinutes(WaitRange{wait.p10, wait.p90}), wait.minutes());
}

TEST(WaitMinutes, WithoutAnEstimateNothingIsPromised)
{
    EXPECT_EQ(waitMinutes(std::nullopt), "");
}

} // namespace
