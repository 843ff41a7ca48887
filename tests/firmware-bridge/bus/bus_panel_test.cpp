#include <firmware-bridge/bus/bus_fixture.h>

using namespace starqueue::bridge;

TEST_F(BusScheduleTest, APanelIsArmedPressedReportedAndAcknowledged)
{
    panel().arm(4711, 30, 0, now);
    pass(1s);
    ASSERT_TRUE(panelModel().armed(now));
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(std::get<ArmReport>(reports.front()).token, 4711);
    EXPECT_EQ(panelModel().press(5, now), QString());
    reports.clear();
    pass(1s);
    ASSERT_GE(reports.size(), 2U) << "it is reported until it is acknowledged";
    const PressReport press = std::get<PressReport>(reports.front());
    EXPECT_EQ(press.value, 5);
    EXPECT_EQ(press.token, 4711);
    EXPECT_EQ(press.epoch, 50);
    panel().acknowledge(press.epoch, press.seq);
    pass(1s);
    EXPECT_EQ(seen(11)["pending"].toInt(), 0);
    EXPECT_FALSE(panelModel().armed(now)) << "one press an invitation";
}

TEST_F(BusScheduleTest, APanelThatRestartedWithinTheWindowIsArmedForTheRestOfIt)
{
    panel().arm(4711, 30, 0, now);
    pass(10s);
    models[11]->powerCycle(now);
    EXPECT_FALSE(panelModel().armed(now));
    pass(2s);
    EXPECT_TRUE(panelModel().armed(now));
    EXPECT_FALSE(panelModel().armed(now + 20s));
}

TEST_F(BusScheduleTest, AnOrderGivenWhileAnotherIsOnTheWireIsNotLost)
{
    pass(1s);
    panel().arm(4711, 30, 0, now);
    const auto arming = schedule->next(now);
    ASSERT_TRUE(arming && std::holds_alternative<RegisterWrite>(arming->what));
    panel().disarm();
    answer(*models[11], *arming);
    pass(300ms);
    EXPECT_FALSE(panelModel().armed(now));
}

TEST_F(BusScheduleTest, APanelThatMissedItsDisarmingIsDisarmedAgain)
{
    panel().arm(4711, 30, 0, now);
    pass(1s);
    panel().disarm();
    const auto disarming = schedule->next(now);
    ASSERT_TRUE(disarming);
    schedule->answered({}, now); // a late answer to an earlier write; the panel heard nothing
    pass(2s);
    EXPECT_FALSE(panelModel().armed(now));
}

TEST_F(BusScheduleTest, ADisarmedPanelTakesNoPress)
{
    panel().arm(4711, 30, 0, now);
    pass(1s);
    panel().disarm();
    pass(1s);
    EXPECT_EQ(panelModel().press(5, now), "it isn't armed");
    EXPECT_EQ(seen(11)["pending"].toInt(), 0);
}
