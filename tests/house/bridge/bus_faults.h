#pragma once

#include <house/bridge/bridge_program.h>
#include <house/bridge/devices.h>
#include <house/bridge/passing_fault.h>

namespace starqueue::house {

/// The bus's adapter is pulled.
class BusCable final : public PassingFault
{
public:
    BusCable(House& house, Devices& devices)
        : PassingFault(house, "bus-cable", std::chrono::minutes{4}, std::chrono::minutes{1}),
          m_bus(devices.bus())
    {}

private:
    void begin() override { m_bus.unplug(); }
    void end() override { m_bus.plug(); }

    simulators::MemoryBus& m_bus;
};

/// One byte in 30 to 3000 on the bus is damaged, in questions and answers.
class BusNoise final : public PassingFault
{
public:
    BusNoise(House& house, Devices& devices)
        : PassingFault(house, "bus-noise", std::chrono::minutes{4}, std::chrono::minutes{6}),
          m_bus(devices.bus())
    {}

private:
    void begin() override { m_bus.setNoise(anyNoise(), anyNoise()); }
    void end() override { m_bus.setNoise({}, {}); }
    simulators::LineNoise anyNoise()
    {
        return {static_cast<unsigned>(m_random.between(30, 3000)),
                static_cast<unsigned>(m_random.below(1000))};
    }

    simulators::MemoryBus& m_bus;
};

/// Requests on the bus never end.
class BusHangs final : public PassingFault
{
public:
    BusHangs(House& house, Devices& devices)
        : PassingFault(house, "bus-hangs", std::chrono::minutes{5}, std::chrono::minutes{1}),
          m_bus(devices.bus())
    {}

private:
    void begin() override { m_bus.setHanging(true); }
    void end() override { m_bus.setHanging(false); }

    simulators::MemoryBus& m_bus;
};

/// A panel, a keypad or a display loses its power.
class BusDevicePower final : public PassingFault
{
public:
    BusDevicePower(House& house, Devices& devices)
        : PassingFault(house, "panel-power", std::chrono::minutes{2}, std::chrono::seconds{30}),
          m_devices(devices)
    {}

private:
    void begin() override
    {
        m_struck = m_devices.anyBusDevice(m_random);
        m_devices.bus().devices().setDead(m_struck, true);
    }
    void end() override
    {
        if (m_devices.bus().devices().dead(m_struck))
            m_devices.ports().device(m_struck).powerCycle(bridge::steadyNow());
        m_devices.bus().devices().setDead(m_struck, false);
    }

    Devices& m_devices;
    QString m_struck;
};

/// The bridge's program is killed and started anew.
class BridgeDies final : public Fault
{
public:
    explicit BridgeDies(BridgeProgram& bridge)
        : Fault("bridge-dies", std::chrono::minutes{2}), m_bridge(bridge)
    {}

private:
    void strike() override { m_bridge.die(); }

    BridgeProgram& m_bridge;
};

} // namespace starqueue::house
