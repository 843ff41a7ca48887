#pragma once

#include <firmware-bridge/bus/bus_client.h>
#include <firmware-bridge/bus/bus_settings.h>
#include <firmware-bridge/simulators/bus/simulated_bus.h>
#include <firmware-bridge/simulators/line/line_noise.h>
#include <firmware-bridge/steady_time.h>

#include <QTimer>

#include <memory>

namespace starqueue::simulators {

/// One RS-485 bus in memory, with its simulated devices.
///
/// Requests and answers are frames with CRC that noise can damage; a damaged answer means that the device has
/// done what it was told, and that nobody knows. Outlives the clients that it makes.
class MemoryBus : public QObject
{
    Q_OBJECT

public:
    MemoryBus(const bridge::BusSettings& settings, bridge::SteadyClock clock, QObject* parent = nullptr);

    [[nodiscard]] std::unique_ptr<bridge::BusClient> makeClient();
    [[nodiscard]] SimulatedBus& devices() { return m_devices; }

    void plug() { m_isPlugged = true; }
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_isPlugged; }
    /// Requests never end, as with an adapter that hangs.
    void setHanging(bool hangs) { m_hangs = hangs; }
    [[nodiscard]] bool hangs() const { return m_hangs; }
    void setNoise(const LineNoise& requests, const LineNoise& answers);

    /// The answer's frame as it arrives; empty: none comes.
    [[nodiscard]] QByteArray exchange(const ModbusRequest& request);
    /// What both frames take at the baud rate, and the pause between them.
    [[nodiscard]] std::chrono::milliseconds timeOnWire(const ModbusRequest& request,
                                                       const QByteArray& answer) const;
    [[nodiscard]] std::chrono::milliseconds timeout() const { return m_settings.timeout; }

signals:
    void unplugged();

private:
    bridge::BusSettings m_settings;
    bridge::SteadyClock m_clock;
    SimulatedBus m_devices;
    LineNoise m_requestNoise;
    LineNoise m_answerNoise;
    QTimer m_tick;
    bool m_isPlugged = false;
    bool m_hangs = false;
};

} // namespace starqueue::simulators
