#pragma once

#include <firmware-bridge/bus/modbus_bus.h>
#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/port_thread.h>

namespace starqueue::bridge {

/// One RS-485 bus in its thread. The command signals name a device by its id; one that isn't on this bus is
/// ignored, so that a command can be sent to every bus.
class BusThread : public PortThread
{
    Q_OBJECT

public:
    BusThread(BusConfig config, std::vector<FieldDeviceConfig> devices, QObject* parent = nullptr);
    ~BusThread() override;

    [[nodiscard]] const BusConfig& config() const { return m_config; }

signals:
    void showRequested(const QString& display, const starqueue::bridge::DisplayContent& content);
    void armRequested(const QString& panel, int token, int windowSeconds, int language);
    void disarmRequested(const QString& panel);
    void acknowledgeRequested(const QString& panel, int epoch, int seq);
    void testRequested(const QString& panel);

    void pressed(const starqueue::bridge::PressReport& press);
    void armed(const starqueue::bridge::ArmReport& report);
    void healthChanged(const starqueue::bridge::DeviceHealth& health);
    void lineLost(const QString& reason);

protected:
    void run() override;

private:
    [[nodiscard]] std::vector<std::unique_ptr<FieldDevice>> makeDevices() const;

    BusConfig m_config;
    std::vector<FieldDeviceConfig> m_devices;
};

} // namespace starqueue::bridge
