#pragma once

#include <firmware-bridge/bus/modbus_bus.h>
#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/port_maker.h>

namespace starqueue::bridge {

/// One RS-485 bus whose driver lives on a host. The command signals name a device by its id; one that isn't
/// on this bus is ignored, so that a command can be sent to every bus.
class HostedBus : public QObject
{
    Q_OBJECT

public:
    HostedBus(BusConfig config, std::vector<FieldDeviceConfig> devices, const PortMaker& ports,
              SteadyClock clock, QObject* parent = nullptr);

    /// Starts the driver. Connect to the signals before.
    void open();
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

private:
    [[nodiscard]] std::unique_ptr<QObject> makeDriver();
    [[nodiscard]] std::vector<std::unique_ptr<FieldDevice>> makeDevices() const;

    BusConfig m_config;
    std::vector<FieldDeviceConfig> m_devices;
    const PortMaker& m_ports;
    SteadyClock m_clock;
    std::unique_ptr<PortHost> m_host; ///< destroyed first: its driver uses the rest
};

} // namespace starqueue::bridge
