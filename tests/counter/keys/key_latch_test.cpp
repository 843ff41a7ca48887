#include <counter/keys/key_latch.h>

#include <gtest/gtest.h>

using starqueue::counter::KeyLatch;
using namespace std::chrono_literals;

TEST(KeyLatch, APressOfAHandActsEachTime)
{
    KeyLatch latch;
    EXPECT_TRUE(latch.press(1, 0ms));
    latch.release(1, 90ms);
    EXPECT_TRUE(latch.press(1, 90ms + KeyLatch::kUp));
}

TEST(KeyLatch, AHeldKeyActsOnceHoweverItIsRepeated)
{
    KeyLatch latch;
    EXPECT_TRUE(latch.press(1, 0ms));
    EXPECT_FALSE(latch.press(1, 500ms)) << "repeated as presses alone";
    for (auto now = 533ms; now < 10s; now += 33ms) {
        latch.release(1, now);
        EXPECT_FALSE(latch.press(1, now)) << "repeated as a release and a press";
    }
}

TEST(KeyLatch, TheSecondHalfOfADoublePressDoesNothing)
{
    KeyLatch latch;
    EXPECT_TRUE(latch.press(1, 0ms));
    latch.release(1, 60ms);
    EXPECT_FALSE(latch.press(1, 140ms));
}

TEST(KeyLatch, KeepsKeysApart)
{
    KeyLatch latch;
    EXPECT_TRUE(latch.press(1, 0ms));
    EXPECT_TRUE(latch.press(2, 1ms));
}

TEST(KeyLatch, AKeyThatWasLetGoInAnotherWindowActsAgain)
{
    KeyLatch latch;
    EXPECT_TRUE(latch.press(1, 0ms));
    latch.releaseAll(100ms);
    EXPECT_FALSE(latch.press(1, 120ms)) << "it may still be down";
    latch.releaseAll(130ms);
    EXPECT_TRUE(latch.press(1, 130ms + KeyLatch::kUp));
}
