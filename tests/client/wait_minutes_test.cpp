#include <client/wait_minutes.h>
#include <support/wait_cases.h>

#include <gtest/gtest.h>

using starqueue::client::waitMinutes;
using starqueue::client::waitWords;
using starqueue::client::WaitWords;
using starqueue::client::api::fromWord;
using starqueue::client::api::WaitMethod;
using starqueue::client::api::WaitRange;
using starqueue::test::WaitCase;
using starqueue::test::waitCases;

namespace {

TEST(WaitMinutes, AreSaidAsEverywhere)
{
    for (const WaitCase& wait : waitCases()) {
        const WaitRange range{wait.p10, wait.p90, fromWord<WaitMethod>(wait.method)};
        EXPECT_EQ(waitMinutes(range), wait.minutes());
        EXPECT_EQ(waitWords(range) == WaitWords::Range, wait.isRange());
        EXPECT_EQ(waitWords(range) == WaitWords::Unknown, wait.isUnknown());
    }
}

TEST(WaitMinutes, WithoutAnEstimateNothingIsPromised)
{
    EXPECT_EQ(waitMinutes(std::nullopt), "");
    EXPECT_EQ(waitWords(std::nullopt), WaitWords::None);
}

} // namespace
