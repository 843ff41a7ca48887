#pragma once

#include <firmware-bridge/config/bridge_config.h>
#include <firmware-bridge/ports/port_maker.h>
#include <firmware-bridge/simulators/bus/simulated_display.h>
#include <firmware-bridge/simulators/bus/simulated_panel.h>
#include <firmware-bridge/simulators/memory/memory_bus.h>
#include <firmware-bridge/simulators/memory/memory_printer.h>

#include <map>
#include <memory>

namespace starqueue::simulators {

/// All devices of one bridge.toml in memory, plugged in, and the ports that a Bridge reaches them through:
/// everything runs in the thread of the caller. The devices outlive a bridge, as in the world.
class MemoryPorts final : public bridge::PortMaker
{
public:
    /// `firstEpoch`: of the first panel's EEPROM; the others follow.
    explicit MemoryPorts(const bridge::BridgeConfig& config, bridge::SteadyClock clock = bridge::steadyNow,
                         int firstEpoch = 1);

    [[nodiscard]] std::unique_ptr<bridge::PortHost> makeHost(const QString& port) const override;
    [[nodiscard]] std::unique_ptr<bridge::Wire> makeWire(const bridge::LinkSettings& settings) const override;
    [[nodiscard]] std::unique_ptr<bridge::BusClient>
    makeBusClient(const bridge::BusSettings& settings) const override;

    /// By their ids in bridge.toml, which must be there.
    [[nodiscard]] MemoryPrinter& printer(const QString& id) const { return *m_printers.at(m_paths.at(id)); }
    [[nodiscard]] MemoryBus& bus(const QString& id) const { return *m_buses.at(m_paths.at(id)); }
    [[nodiscard]] SimulatedDevice& device(const QString& id) const;
    [[nodiscard]] SimulatedPanel& panel(const QString& id) const;

private:
    std::map<QString, QString> m_paths;                           ///< of printers and buses, by id
    std::map<QString, std::unique_ptr<MemoryPrinter>> m_printers; ///< by path
    std::map<QString, std::unique_ptr<MemoryBus>> m_buses;        ///< by path
};

} // namespace starqueue::simulators
