#pragma once

#include <firmware-bridge/simulators/bus/modbus_frames.h>
#include <firmware-bridge/simulators/bus/simulated_device.h>

#include <QStringList>

#include <map>
#include <memory>

namespace starqueue::simulators {

/// The simulated devices on one bus, and what they answer. No I/O, no clock.
class SimulatedBus
{
public:
    void add(const QString& id, int address, std::unique_ptr<SimulatedDevice> model);

    [[nodiscard]] SimulatedDevice* find(const QString& device) const;
    [[nodiscard]] QStringList devices() const;
    /// A dead device ignores requests. False when there is no such device.
    bool setDead(const QString& device, bool dead);
    [[nodiscard]] bool dead(const QString& device) const;

    /// The answer's frame; empty: nobody answers.
    [[nodiscard]] QByteArray serve(const ModbusRequest& request, SteadyTime now);
    /// Every device hears a damaged frame.
    void countDamagedFrame();
    /// To be called about ten times a second.
    void tick(SteadyTime now);

private:
    struct Slot
    {
        QString id;
        std::unique_ptr<SimulatedDevice> model;
        bool dead = false;
    };

    std::map<int, Slot> m_slots; ///< by address
};

} // namespace starqueue::simulators
