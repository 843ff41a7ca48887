#pragma once

#include <firmware-bridge/steady_time.h>

#include <QJsonObject>
#include <QList>
#include <QString>

namespace starqueue::simulators {

using bridge::SteadyTime;

/// A simulated device on the bus: its Modbus registers, and what a person sees of it. No I/O, no clock.
class SimulatedDevice
{
public:
    SimulatedDevice() = default;
    virtual ~SimulatedDevice() = default;
    SimulatedDevice(const SimulatedDevice&) = delete;
    SimulatedDevice& operator=(const SimulatedDevice&) = delete;

    /// Input registers (function 4), as they are at `now`.
    [[nodiscard]] virtual QList<quint16> input(SteadyTime now) const = 0;
    /// Holding registers (functions 3 and 16).
    [[nodiscard]] virtual const QList<quint16>& holding() const = 0;
    virtual void write(int start, const QList<quint16>& values, SteadyTime now) = 0;

    /// Called for every valid request to this device, and about ten times a second.
    virtual void addressed(SteadyTime now) = 0;
    virtual void tick(SteadyTime now) = 0;
    virtual void countDamagedFrame() = 0;
    virtual void powerCycle(SteadyTime now) = 0;

    /// What a person in front of the device sees, for the control socket.
    [[nodiscard]] virtual QJsonObject seen(SteadyTime now) const = 0;
};

} // namespace starqueue::simulators
