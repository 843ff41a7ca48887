#include <firmware-bridge/relay/rating_sessions.h>

#include <gtest/gtest.h>

using namespace starqueue::bridge;
using namespace std::chrono_literals;

namespace {

const QDateTime kNoon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

QJsonObject session(const QString& id, int token, const QDateTime& endsAt)
{
    return {{"session", id},  {"token", token},      {"ticket", "t" + id},
            {"counter", "3"}, {"windowSeconds", 30}, {"endsAt", endsAt.toString(Qt::ISODateWithMs)}};
}

PressReport press(int token, std::optional<int> ageTenths)
{
    return {QStringLiteral("panel-3"), 0x1A2B3, 9, 1, 5, token, ageTenths};
}

} // namespace

TEST(RatingSessions, APressIsMatchedByPanelTokenAndTime)
{
    RatingSessions sessions;
    sessions.setHallClock(kNoon, 1000s);
    sessions.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    EXPECT_EQ(sessions.match("3", press(4711, 0), 1010s)->id, "12");
    EXPECT_EQ(sessions.match("4", press(4711, 0), 1010s), nullptr) << "another counter's";
    EXPECT_EQ(sessions.match("3", press(4712, 0), 1010s), nullptr) << "another token";
    EXPECT_EQ(sessions.match("3", press(4711, 200), 1010s), nullptr) << "older than the invitation";
}

TEST(RatingSessions, APressThatTheCableDelayedStillFindsItsSession)
{
    RatingSessions sessions;
    sessions.setHallClock(kNoon, 1000s);
    sessions.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    sessions.endSession("12");
    const PressReport late = press(4711, 600);
    ASSERT_NE(sessions.match("3", late, 1080s), nullptr);
    EXPECT_EQ(ageSecondsOf(late, *sessions.match("3", late, 1080s), 1080s), 60.0);
}

TEST(RatingSessions, WhenTheTokenWrapsTheTimeTellsWhichSessionIsMeant)
{
    RatingSessions sessions;
    sessions.setHallClock(kNoon, 1000s);
    sessions.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    sessions.take(session("99", 4711, kNoon.addSecs(3630)), 4600s);
    EXPECT_EQ(sessions.match("3", press(4711, 10), 4610s)->id, "99");
    EXPECT_EQ(sessions.match("3", press(4711, 36000), 4610s)->id, "12");
}

TEST(RatingSessions, APressThatLostItsAgeWithThePowerCountsForTheLatestArming)
{
    RatingSessions sessions;
    sessions.setHallClock(kNoon, 1000s);
    sessions.take(session("12", 4711, kNoon.addSecs(30)), 1000s);
    const auto* match = sessions.match("3", press(4711, std::nullopt), 1050s);
    ASSERT_NE(match, nullptr);
    EXPECT_NEAR(ageSecondsOf(press(4711, std::nullopt), *match, 1050s), 20.1, 0.01) << "within the window";
}

TEST(RatingSessions, ClocksThatDifferDoNotMatter)
{
    RatingSessions sessions;
    sessions.setHallClock(kNoon.addDays(400), 1000s);
    const RatingSession taken = sessions.take(session("12", 4711, kNoon.addDays(400).addSecs(30)), 1000s);
    EXPECT_EQ(taken.endsAt, SteadyTime(1030s));
}
