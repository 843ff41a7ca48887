#include <firmware-bridge/relay/rating_windows.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace std::chrono_literals;
using starqueue::client::api::RatingSession;

namespace {

const QDateTime kNoon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

RatingSession session(const QString& id, int token, const QDateTime& endsAt)
{
    return {id, token, QStringLiteral("t") + id, QStringLiteral("3"), 30s, endsAt};
}

PressReport press(int token, std::optional<int> ageTenths)
{
    return {QStringLiteral("panel-3"), 0x1A2B3, 9, 1, 5, token, ageTenths};
}

} // namespace

TEST(RatingWindows, APressIsMatchedByPanelTokenAndTime)
{
    RatingWindows windows;
    windows.setHallClock(kNoon, 1000s);
    windows.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    EXPECT_EQ(windows.match("3", press(4711, 0), 1010s)->session, "12");
    EXPECT_EQ(windows.match("4", press(4711, 0), 1010s), nullptr) << "another counter's";
    EXPECT_EQ(windows.match("3", press(4712, 0), 1010s), nullptr) << "another token";
    EXPECT_EQ(windows.match("3", press(4711, 200), 1010s), nullptr) << "older than the invitation";
}

TEST(RatingWindows, APressThatTheCableDelayedStillFindsItsSession)
{
    RatingWindows windows;
    windows.setHallClock(kNoon, 1000s);
    windows.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    windows.close("12");
    const PressReport late = press(4711, 600);
    ASSERT_NE(windows.match("3", late, 1080s), nullptr);
    EXPECT_EQ(ageSecondsOf(late, *windows.match("3", late, 1080s), 1080s), 60.0);
}

TEST(RatingWindows, WhenTheTokenWrapsTheTimeTellsWhichSessionIsMeant)
{
    RatingWindows windows;
    windows.setHallClock(kNoon, 1000s);
    windows.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    windows.take(session("99", 4711, kNoon.addSecs(3630)), 4600s);
    EXPECT_EQ(windows.match("3", press(4711, 10), 4610s)->session, "99");
    EXPECT_EQ(windows.match("3", press(4711, 36000), 4610s)->session, "12");
}

TEST(RatingWindows, APressThatLostItsAgeWithThePowerCountsForTheLatestArming)
{
    RatingWindows windows;
    windows.setHallClock(kNoon, 1000s);
    windows.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    const auto* match = windows.match("3", press(4711, std::nullopt), 1050s);
    ASSERT_NE(match, nullptr);
    EXPECT_NEAR(ageSecondsOf(press(4711, std::nullopt), *match, 1050s), 20.1, 0.01) << "within the window";
}

TEST(RatingWindows, ClocksThatDifferDoNotMatter)
{
    RatingWindows windows;
    windows.setHallClock(kNoon.addDays(400), 1000s);
    const RatingWindow taken = windows.take(session("12", 4711, kNoon.addDays(400).addSecs(30)), 1000s);
    EXPECT_EQ(taken.endsAt, SteadyTime(1030s));
}
