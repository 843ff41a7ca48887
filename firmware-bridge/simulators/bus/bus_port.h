#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/simulators/bus/modbus_frames.h>
#include <firmware-bridge/simulators/bus/simulated_bus.h>
#include <firmware-bridge/simulators/line/line_noise.h>
#include <firmware-bridge/simulators/line/pseudo_terminal.h>

#include <QTimer>

#include <memory>
#include <utility>

namespace starqueue::simulators {

/// One RS-485 bus with its simulated devices, on a pseudo-terminal at the port that bridge.toml names.
/// Answers are delayed by the time that request and answer would take at the baud rate.
class BusPort : public QObject
{
    Q_OBJECT

public:
    BusPort(const bridge::BusConfig& config, LineNoise noise, QObject* parent = nullptr);

    void add(const QString& id, int address, std::unique_ptr<SimulatedDevice> model)
    {
        m_devices.add(id, address, std::move(model));
    }

    [[nodiscard]] QString plug();
    void unplug();
    [[nodiscard]] bool plugged() const { return m_port.plugged(); }
    [[nodiscard]] const QString& id() const { return m_id; }

    [[nodiscard]] SimulatedDevice* find(const QString& device) const { return m_devices.find(device); }
    [[nodiscard]] QStringList devices() const { return m_devices.devices(); }
    /// A dead device ignores requests. False when there is no such device.
    bool setDead(const QString& device, bool dead) { return m_devices.setDead(device, dead); }
    [[nodiscard]] bool dead(const QString& device) const { return m_devices.dead(device); }

signals:
    void changed();

private:
    void received(const QByteArray& bytes);
    void serve(const ModbusRequest& request, qsizetype requestBytes);
    void tick();

    QString m_id;
    int m_baud;
    LineNoise m_noise;
    PseudoTerminal m_port;
    ModbusFrames m_frames;
    QTimer m_silence;
    QTimer m_tick;
    SimulatedBus m_devices;
};

} // namespace starqueue::simulators
