#pragma once

#include <firmware-bridge/bus/bus_schedule.h>
#include <firmware-bridge/field_devices/call_number_display.h>
#include <firmware-bridge/field_devices/rating_panel.h>
#include <firmware-bridge/simulators/bus/simulated_display.h>
#include <firmware-bridge/simulators/bus/simulated_panel.h>

#include <gtest/gtest.h>

#include <map>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

using namespace starqueue::simulators;
using namespace std::chrono_literals;

inline constexpr std::chrono::milliseconds kAnswerTime = 15ms;
inline constexpr std::chrono::milliseconds kTimeout = 100ms;

/// A bus in time that the test makes pass: devices answer after 15 ms, dead ones cost 100 ms.
class BusScheduleTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        std::vector<std::unique_ptr<FieldDevice>> devices;
        devices.push_back(std::make_unique<CallNumberDisplay>(u"display"_s, 1));
        devices.push_back(std::make_unique<RatingPanel>(u"panel"_s, 11));
        devices.push_back(std::make_unique<RatingPanel>(u"keypad"_s, 12, 1, RatingPanel::Pressable::Always));
        schedule = std::make_unique<BusSchedule>(std::move(devices));
        models[1] = std::make_unique<SimulatedDisplay>(0x111);
        models[11] =
            std::make_unique<SimulatedPanel>(SimulatedPanel::Kind::RatingPanel, 0x211, QString(), 50);
        models[12] = std::make_unique<SimulatedPanel>(SimulatedPanel::Kind::Keypad, 0x212, QString(), 60);
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

    void answer(SimulatedDevice& model, const BusRequest& request)
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

    void pass(std::chrono::milliseconds time)
    {
        for (const SteadyTime end = now + time; now < end;) {
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
    SimulatedPanel& panelModel() { return dynamic_cast<SimulatedPanel&>(*models[11]); }
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
    std::map<int, std::unique_ptr<SimulatedDevice>> models;
    std::vector<BusRequest> asked;
    std::vector<FieldReport> reports;
    std::map<QString, std::vector<DeviceHealth::State>> healths;
    SteadyTime now{10'000};
};

} // namespace starqueue::bridge
