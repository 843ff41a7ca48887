#include <firmware-bridge/bus/bus_fixture.h>

using namespace Qt::StringLiterals;

using namespace starqueue::bridge;

TEST_F(BusScheduleTest, ACallReachesItsDisplayBeforeAnyPoll)
{
    pass(2s);
    display().show(call("A012"));
    panel().acknowledge(50, 1);
    asked.clear();
    ASSERT_TRUE(step());
    EXPECT_EQ(asked.front().address, 1);
    EXPECT_TRUE(std::holds_alternative<RegisterWrite>(asked.front().what));
    ASSERT_TRUE(step());
    EXPECT_EQ(asked.back().address, 11) << "then orders to panels";
    EXPECT_TRUE(std::holds_alternative<RegisterWrite>(asked.back().what));
    EXPECT_EQ(seen(1)["number"].toString(), "A012");
}

TEST_F(BusScheduleTest, EveryDeviceIsPolled)
{
    pass(10s);
    EXPECT_GE(asksOf(1), 5) << "it blanks itself after 10 s without";
    EXPECT_GE(asksOf(11), 5);
    EXPECT_GE(asksOf(12), 40);
}

TEST_F(BusScheduleTest, APanelIsPolledOftenOnlyWhileAPressMayCome)
{
    pass(1s);
    asked.clear();
    pass(10s);
    EXPECT_LE(asksOf(11), 6);
    panel().arm(4711, 30, 0, now);
    asked.clear();
    pass(10s);
    EXPECT_GE(asksOf(11), 40);
    panel().disarm();
    pass(1s);
    asked.clear();
    pass(10s);
    EXPECT_LE(asksOf(11), 6);
}

TEST_F(BusScheduleTest, APressThatWaitsIsFetchedAndAcknowledgedBeforeThePanelRests)
{
    panel().arm(4711, 30, 0, now);
    pass(1s);
    ASSERT_EQ(panelModel().press(5, now), QString());
    panel().disarm();
    pass(1s);
    asked.clear();
    pass(2s);
    EXPECT_GE(asksOf(11), 8);
    const PressReport press = std::get<PressReport>(reports.back());
    panel().acknowledge(press.epoch, press.seq);
    pass(1s);
    asked.clear();
    pass(10s);
    EXPECT_LE(asksOf(11), 6);
}

TEST_F(BusScheduleTest, ThreeMissesMakeADeviceOfflineAndOneAnswerBringsItBack)
{
    pass(1s);
    auto taken = std::move(models[11]);
    models.erase(11);
    pass(2s);
    EXPECT_EQ(healths["panel"], (std::vector{DeviceHealth::State::Ok, DeviceHealth::State::Offline}));
    models[11] = std::move(taken);
    pass(40s);
    EXPECT_EQ(healths["panel"].back(), DeviceHealth::State::Ok);
}

TEST_F(BusScheduleTest, ADeadDeviceIsProbedAfterGrowingPausesAndHardlySlowsTheOthers)
{
    models.erase(12);
    pass(1s);
    asked.clear();
    pass(60s);
    EXPECT_LE(asksOf(12), 8) << "1, 2, 4, 8, 16, 30 s";
    EXPECT_GE(asksOf(12), 4);
    EXPECT_GE(asksOf(11), 28);
}

TEST_F(BusScheduleTest, OneDeadProbeARound)
{
    models.erase(12);
    models.erase(1);
    pass(1s);
    asked.clear();
    pass(30s);
    for (std::size_t i = 1; i < asked.size(); ++i)
        EXPECT_FALSE(asked[i].address != 11 && asked[i - 1].address != 11)
            << "two dead probes in a row at " << i;
}

TEST_F(BusScheduleTest, ALostLineMakesEverythingOfflineAndAskingStopsUntilItIsBack)
{
    pass(1s);
    schedule->lineLost(u"unplugged"_s);
    collect();
    for (const char* device : {"display", "panel", "keypad"})
        EXPECT_EQ(healths[QString::fromLatin1(device)].back(), DeviceHealth::State::Offline);
    EXPECT_FALSE(schedule->next(now));
    schedule->lineOpened(now);
    pass(1s);
    EXPECT_EQ(healths["panel"].back(), DeviceHealth::State::Ok);
}

TEST_F(BusScheduleTest, ADisplayThatRestartedIsWrittenAgain)
{
    display().show(call("A012"));
    pass(2s);
    models[1]->powerCycle(now);
    EXPECT_EQ(seen(1)["number"].toString(), "--");
    pass(3s);
    EXPECT_EQ(seen(1)["number"].toString(), "A012");
}

TEST_F(BusScheduleTest, ABlinkingCallIsNotWrittenAgainAsItsTimePassesAndIsWhenItIsRepeated)
{
    DisplayContent content = call("A012");
    content.blinkSeconds = 8;
    display().show(content);
    pass(2s);
    content.blinkSeconds = 6;
    display().show(content);
    EXPECT_FALSE(display().wantedWrite(now));
    content.blinkSeconds = 8;
    display().show(content);
    EXPECT_TRUE(display().wantedWrite(now));
}

TEST_F(BusScheduleTest, ADisplayThatLostItsLinkShowsDashesAndThenTheTruth)
{
    display().show(call("A012"));
    pass(2s);
    schedule->lineLost(u"unplugged"_s);
    now += 11s;
    models[1]->tick(now);
    EXPECT_EQ(seen(1)["number"].toString(), "--");
    display().show(call("A013"));
    schedule->lineOpened(now);
    pass(2s);
    EXPECT_EQ(seen(1)["number"].toString(), "A013");
}

TEST_F(BusScheduleTest, AnotherRunOfTheHostNeverTakesAnOldCallForItsOwn)
{
    display().show(call("A012"));
    pass(2s);
    std::vector<std::unique_ptr<FieldDevice>> devices;
    devices.push_back(std::make_unique<CallNumberDisplay>(u"display"_s, 1));
    schedule = std::make_unique<BusSchedule>(std::move(devices));
    display().show(call("B001"));
    schedule->lineOpened(now);
    pass(2s);
    EXPECT_EQ(seen(1)["number"].toString(), "B001");
}
