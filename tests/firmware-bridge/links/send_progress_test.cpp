#include <firmware-bridge/serial/send_progress.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using std::chrono::milliseconds;

TEST(SendProgress, ASlowLineIsNotBlocked)
{
    SendProgress progress;
    for (int tick = 0; tick < 100; ++tick)
        EXPECT_FALSE(progress.observe(1000, 1000 - tick, milliseconds(990 * tick)));
}

TEST(SendProgress, WhatDoesntBeginToLeaveForASecondIsBlockedThoughMoreIsAdded)
{
    SendProgress progress;
    EXPECT_FALSE(progress.observe(3, 3, milliseconds(5000)));
    EXPECT_FALSE(progress.observe(6, 6, milliseconds(5900)));
    EXPECT_TRUE(progress.observe(9, 9, milliseconds(6000)));
    EXPECT_TRUE(progress.observe(9, 9, milliseconds(9000)));
    EXPECT_FALSE(progress.observe(9, 8, milliseconds(9100)));
}

TEST(SendProgress, AnEmptyLineIsNeverBlocked)
{
    SendProgress progress;
    EXPECT_FALSE(progress.observe(3, 0, milliseconds(0)));
    EXPECT_FALSE(progress.observe(3, 0, milliseconds(60'000)));
    EXPECT_FALSE(progress.observe(6, 3, milliseconds(60'100)));
}
