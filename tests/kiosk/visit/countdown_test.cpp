#include <kiosk/visit/countdown.h>

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using starqueue::kiosk::Countdown;

namespace {

struct CountdownTest : testing::Test
{
    Countdown countdown;
    int ended = 0;

    CountdownTest()
    {
        QObject::connect(&countdown, &Countdown::over, &countdown, [this] { ++ended; });
    }
};

TEST_F(CountdownTest, EndsOnceWhenItsTimeIsOver)
{
    countdown.start(10s);
    countdown.advance(9'999ms);
    EXPECT_EQ(ended, 0);
    EXPECT_EQ(countdown.secondsLeft(), 1);
    countdown.advance(1ms);
    countdown.advance(1s);
    EXPECT_EQ(ended, 1);
    EXPECT_FALSE(countdown.running());
}

TEST_F(CountdownTest, ShowsSecondsRoundedUpAndTheShareThatIsLeft)
{
    countdown.start(10s);
    EXPECT_EQ(countdown.secondsLeft(), 10);
    EXPECT_DOUBLE_EQ(countdown.fraction(), 1.0);
    countdown.advance(2'500ms);
    EXPECT_EQ(countdown.secondsLeft(), 8);
    EXPECT_DOUBLE_EQ(countdown.fraction(), 0.75);
}

TEST_F(CountdownTest, BeginsAnewWhenStartedAgain)
{
    countdown.start(10s);
    countdown.advance(9s);
    countdown.start(10s);
    countdown.advance(9s);
    EXPECT_EQ(ended, 0);
}

TEST_F(CountdownTest, NeverEndsAfterAStop)
{
    countdown.start(10s);
    countdown.stop();
    countdown.advance(1h);
    EXPECT_EQ(ended, 0);
}

} // namespace
