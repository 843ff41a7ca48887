#pragma once

#include <firmware-bridge/serial/wire.h>
#include <firmware-bridge/simulators/line/line_noise.h>
#include <firmware-bridge/simulators/memory/paced_bytes.h>

#include <memory>

namespace starqueue::simulators {

/// A serial cable in memory between a driver's wire and a simulated device.
///
/// It can be pulled in two places: at the adapter, which the driver is told, and at the device, where bytes
/// vanish and nobody is told. What is under way gets lost either way. Outlives the wires that it makes.
class MemoryCable : public QObject
{
    Q_OBJECT

public:
    MemoryCable(int baud, bridge::SteadyClock clock, QObject* parent = nullptr);

    /// The driver's end. A second one is for a driver that comes after the first.
    [[nodiscard]] std::unique_ptr<bridge::Wire> makeWire();

    void plug();
    void unplug();
    [[nodiscard]] bool isPlugged() const { return m_isPlugged; }
    /// At the device's end.
    void setCut(bool cut);
    void setDelay(std::chrono::milliseconds delay);
    /// On what the device says.
    void setNoise(const LineNoise& noise) { m_noise = noise; }

    void toDevice(const QByteArray& bytes);
    void toHost(const QByteArray& bytes);

signals:
    void unplugged();
    void reachedDevice(const QByteArray& bytes);
    void reachedHost(const QByteArray& bytes);

private:
    void clear();

    PacedBytes m_toDevice;
    PacedBytes m_toHost;
    LineNoise m_noise;
    bool m_isPlugged = false;
    bool m_isCut = false;
};

} // namespace starqueue::simulators
