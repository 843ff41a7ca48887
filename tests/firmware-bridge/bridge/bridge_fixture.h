#pragma once

#include <firmware-bridge/bridge/bridge_toml.h>
#include <firmware-bridge/bridged_hall.h>
#include <firmware-bridge/event_loop.h>

#include <firmware-bridge/bridge/bridge.h>
#include <firmware-bridge/ports/serial_ports.h>
#include <firmware-bridge/simulators/program/control_commands.h>
#include <firmware-bridge/simulators/program/device_set.h>

#include <QJsonArray>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace starqueue::bridge::test {

using namespace Qt::StringLiterals;

using namespace starqueue::simulators;

/// The whole bridge between a scripted hall and simulated devices on pseudo-terminals.
class BridgeTest : public ::testing::Test
{
protected:
    BridgeTest()
    {
        starqueue::bridge::test::application();
        config = parseBridgeConfig(kConfig, folder.filePath(u"bridge.toml"_s)).value();
        hall = std::make_unique<BridgedHall>();
        devices = std::make_unique<DeviceSet>(config, SimulationSettings());
        devices->printer("printer-1")
            ->model()
            .setSpeed(
                {std::chrono::milliseconds(2), std::chrono::milliseconds(5), std::chrono::milliseconds(5)});
        commands = std::make_unique<ControlCommands>(*devices);
    }

    void SetUp() override { ASSERT_EQ(devices->start(), QString()); }

    void startBridge()
    {
        bridge =
            std::make_unique<Bridge>(config, starqueue::client::HallAddress{hall->url(), "token"}, ports);
        bridge->start();
    }

    QJsonObject tell(const QString& line) { return commands->execute(line); }
    QJsonObject display() { return tell("show display-3"); }
    QJsonObject panel() { return tell("show panel-3"); }

    bool deviceIs(const QString& device, const QString& state, const QString& fault = {})
    {
        return eventually([&] {
            const QJsonObject told = hall->device(device);
            return told["state"].toString() == state && told["fault"].toString() == fault;
        });
    }

    bool ends(const QString& job, const QString& outcome)
    {
        return eventually([&] { return hall->job(job)["outcome"].toString() == outcome; });
    }

    [[nodiscard]] QStringList papers(const QString& number)
    {
        QStringList found;
        const QJsonArray tickets = tell("paper printer-1")["tickets"].toArray();
        for (const QJsonValue ticket : tickets)
            if (ticket["number"].toString() == number && ticket["text"].toString().contains("不必重新排队"))
                found += ticket["text"].toString();
        return found;
    }

    bool armPanel()
    {
        if (!deviceIs("panel-3", "ok"))
            return false;
        hall->inviteRating("12", 4711, "3", 60);
        return eventually([this] { return panel()["armed"].toBool(); });
    }

    QTemporaryDir folder;
    BridgeConfig config;
    std::unique_ptr<BridgedHall> hall;
    std::unique_ptr<DeviceSet> devices;
    std::unique_ptr<ControlCommands> commands;
    SerialPorts ports;
    std::unique_ptr<Bridge> bridge;
};

} // namespace starqueue::bridge::test
