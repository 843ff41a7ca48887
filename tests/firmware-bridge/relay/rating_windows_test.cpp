#include <firmware-bridge/relay/hall_time.h>
#include <firmware-bridge/relay/rating_windows.h>

#include <gtest/gtest.h>

using namespace starqueue;
using namespace starqueue::bridge;
using namespace std::chrono_literals;
using client::api::RatingSession;
using client::api::RatingState;

namespace {

constexpr Instant kNoon{1'000'000s};

RatingSession session(const QString& id, int token, Instant ends, RatingState state = RatingState::Invited)
{
    return {id, token, "t" + id, "3", 30s, ends.time_since_epoch().count(), state};
}

} // namespace

TEST(RatingWindows, APressIsMatchedByPanelTokenAndTime)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s));
    EXPECT_EQ(windows.match("3", 4711, kNoon + 10s)->session, "12");
    EXPECT_EQ(windows.match("4", 4711, kNoon + 10s), nullptr) << "another counter's";
    EXPECT_EQ(windows.match("3", 4712, kNoon + 10s), nullptr) << "another token";
}

TEST(RatingWindows, APressThatSeemsOlderThanItsInvitationCountsFromThatOn)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s));
    windows.take(session("99", 4711, kNoon + 3630s));
    const auto* match = windows.match("3", 4711, kNoon - 10s);
    ASSERT_NE(match, nullptr) << "the hall has lost time since";
    EXPECT_EQ(match->session, "12");
    EXPECT_EQ(instantIn(*match, kNoon - 10s), kNoon);
    EXPECT_EQ(instantIn(*match, kNoon + 10s), kNoon + 10s);
}

TEST(RatingWindows, APressThatTheCableDelayedStillFindsItsSession)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s));
    windows.close("12");
    ASSERT_NE(windows.match("3", 4711, kNoon + 20s), nullptr);
    EXPECT_EQ(windows.openAt("3", kNoon + 20s), nullptr);
}

TEST(RatingWindows, ASessionThatHadEndedWhenItWasAskedForIsMatchedAndNotOpen)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s, RatingState::Expired));
    EXPECT_NE(windows.match("3", 4711, kNoon + 20s), nullptr);
    EXPECT_EQ(windows.openAt("3", kNoon + 20s), nullptr);
}

TEST(RatingWindows, WhenTheTokenWrapsTheTimeTellsWhichSessionIsMeant)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s));
    windows.take(session("99", 4711, kNoon + 3630s));
    EXPECT_EQ(windows.match("3", 4711, kNoon + 3609s)->session, "99");
    EXPECT_EQ(windows.match("3", 4711, kNoon + 10s)->session, "12");
}

TEST(RatingWindows, APressThatLostItsAgeWithThePowerCountsForTheLatestArming)
{
    RatingWindows windows;
    windows.take(session("12", 4711, kNoon + 30s));
    const auto* match = windows.match("3", 4711, std::nullopt);
    ASSERT_NE(match, nullptr);
    EXPECT_EQ(lastInstantOf(*match), kNoon + 29'900ms) << "within the window";
}

TEST(HallTime, IsUnknownUntilTheHallHasToldIt)
{
    EXPECT_EQ(HallTime().at(5s), std::nullopt);
}

TEST(HallTime, LiesBetweenQuestionAndAnswer)
{
    HallTime time;
    time.heard(kNoon, 10s, 12s);
    EXPECT_EQ(time.at(11s), kNoon);
    EXPECT_EQ(time.at(71s), kNoon + 60s);
}

TEST(HallTime, ASlowAnswerDoesNotBlurAQuickOne)
{
    HallTime time;
    time.heard(kNoon, 10s, 10s);
    time.heard(kNoon + 1s, 11s, 25s);
    EXPECT_EQ(time.at(10s), kNoon);
}

TEST(HallTime, AnAnswerThatContradictsTheOthersReplacesThem)
{
    HallTime time;
    time.heard(kNoon, 10s, 10s);
    time.heard(kNoon + 90s, 20s, 20s);
    EXPECT_EQ(time.at(20s), kNoon + 90s);
}

TEST(HallTime, ASlowAnswerReplacesTheOthersWhenTheHallIsReachedAgain)
{
    HallTime time;
    time.heard(kNoon, 10s, 10s);
    time.reachedAgain(20s);
    time.heard(kNoon + 17s, 20s, 34s);
    EXPECT_EQ(time.at(27s), kNoon + 17s) << "and not 10 s later, which the answer allows, too";
    time.heard(kNoon + 18s, 28s, 28s);
    EXPECT_EQ(time.at(28s), kNoon + 18s) << "a quicker one narrows it again";
}

TEST(HallTime, AnAnswerToAQuestionFromBeforeTheHallWasReachedAgainDoesNotCount)
{
    HallTime time;
    time.heard(kNoon, 10s, 10s);
    time.reachedAgain(20s);
    time.heard(kNoon + 60s, 19s, 21s);
    EXPECT_EQ(time.at(20s), kNoon + 10s);
}
