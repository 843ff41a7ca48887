#include <firmware-bridge/bus/bus_schedule.h>
#include <firmware-bridge/bus/call_number_display.h>
#include <firmware-bridge/bus/rating_panel.h>
#include <firmware-bridge/devices/display_model.h>
#include <firmware-bridge/devices/panel_model.h>

#include <gtest/gtest.h>

#include <map>

using namespace starqueue::bridge;
using namespace starqueue::devices;
using namespace std::chrono_literals;

namespace {

constexpr Instant kAnswerTime = 15ms;
constexpr Instant kTimeout = 100ms;

/// A bus in time that the test makes pass: devices answer after 15 ms, dead ones cost 100 ms.
class BusScheduleTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        std::vector<std::unique_ptr<FieldDevice>> devices;
        devices.push_back(std::make_unique<CallNumberDisplay>(QStringLiteral("display"), 1));
        devices.push_back(std::make_unique<RatingPanel>(QStringLiteral("panel"), 11));
        devices.push_back(
            std::make_unique<RatingPanel>(QStringLiteral("keypad"), 12, 1, RatingPanel::Pressable::Always));
        schedule = std::make_unique<BusSchedule>(std::move(devices));
        models[1] = std::make_unique<DisplayModel>(0x111);
        models[11] = std::make_unique<PanelModel>(PanelModel::Kind::RatingPanel, 0x211, QString(), 50);
        models[12] = std::make_unique<PanelModel>(PanelModel::Kind::Keypad, 0x212, QString(), 60);
        schedule->lineOpened(now);
    }

    /// One request and its end; false when nothing was due.
    bool step()
    {
        const auto request = schedule->next(now);
        if (!request)
            return false;
        asked.push_back(*request);
        EXPECT_FALSE(schedule->next(now)) << "two requests at once";
        const auto model = models.find(request->address);
        if (model == models.end()) {
            now += kTimeout;
            schedule->failed(now);
        } else {
            now += kAnswerTime;
            answer(*model->second, *request);
        }
        collect();
        return true;
    }

    void answer(FieldModel& model, const BusRequest& request)
    {
        model.addressed(now);
        if (const auto* write = std::get_if<RegisterWrite>(&request.what)) {
            model.write(0, write->values, now);
            schedule->answered({}, now);
        } else {
            schedule->answered(model.input(now), now);
        }
    }

    void collect()
    {
        for (const FieldReport& report : schedule->takeReports())
            reports.push_back(report);
        for (const DeviceHealth& health : schedule->takeHealths())
            healths[health.device].push_back(health.state);
    }

    void pass(Instant time)
    {
        for (const Instant end = now + time; now < end;) {
            for (auto& [address, model] : models)
                model->tick(now);
            if (!step())
                now = std::max(schedule->nextDue(now), now + 1ms);
        }
    }

    [[nodiscard]] int asksOf(int address) const
    {
        int count = 0;
        for (const BusRequest& request : asked)
            count += request.address == address ? 1 : 0;
        return count;
    }

    CallNumberDisplay& display() { return dynamic_cast<CallNumberDisplay&>(*schedule->find("display")); }
    RatingPanel& panel() { return dynamic_cast<RatingPanel&>(*schedule->find("panel")); }
    PanelModel& panelModel() { return dynamic_cast<PanelModel&>(*models[11]); }
    QJsonObject seen(int address) { return models[address]->seen(now); }

    static DisplayContent call(const QString& number)
    {
        DisplayContent content;
        content.mode = DisplayContent::Mode::Calling;
        content.number = number;
        content.counter = 3;
        return content;
    }

    std::unique_ptr<BusSchedule> schedule;
    std::map<int, std::unique_ptr<FieldModel>> models;
    std::vector<BusRequest> asked;
    std::vector<FieldReport> reports;
    std::map<QString, std::vector<DeviceHealth::State>> healths;
    Instant now{10'000};
};

} // namespace

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
    schedule->lineLost();
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

TEST_F(BusScheduleTest, ADisplayThatLostItsLinkShowsDashesAndThenTheTruth)
{
    display().show(call("A012"));
    pass(2s);
    schedule->lineLost();
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
    devices.push_back(std::make_unique<CallNumberDisplay>(QStringLiteral("display"), 1));
    schedule = std::make_unique<BusSchedule>(std::move(devices));
    display().show(call("B001"));
    schedule->lineOpened(now);
    pass(2s);
    EXPECT_EQ(seen(1)["number"].toString(), "B001");
}

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
