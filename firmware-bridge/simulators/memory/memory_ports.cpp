#include <firmware-bridge/simulators/memory/memory_ports.h>

#include <firmware-bridge/ports/same_thread.h>

#include <stdexcept>

namespace starqueue::simulators {

namespace {

using Kind = bridge::FieldDeviceConfig::Kind;

constexpr quint32 kLowestUid = 0x0001A200;

std::unique_ptr<SimulatedDevice> makeDevice(const bridge::FieldDeviceConfig& config, int epoch)
{
    const quint32 uid = kLowestUid + static_cast<quint32>(config.address);
    if (config.kind == Kind::Display)
        return std::make_unique<SimulatedDisplay>(uid);
    const auto kind =
        config.kind == Kind::Panel ? SimulatedPanel::Kind::RatingPanel : SimulatedPanel::Kind::Keypad;
    return std::make_unique<SimulatedPanel>(kind, uid, QString(), epoch);
}

} // namespace

MemoryPorts::MemoryPorts(const bridge::BridgeConfig& config, bridge::SteadyClock clock, int firstEpoch)
{
    for (const bridge::PrinterConfig& printer : config.printers) {
        m_paths[printer.id] = printer.line.path;
        auto& made = m_printers[printer.line.path];
        made = std::make_unique<MemoryPrinter>(printer.line.baud, clock);
        made->cable().plug();
    }
    for (const bridge::BusConfig& bus : config.buses) {
        m_paths[bus.id] = bus.settings.path;
        auto& made = m_buses[bus.settings.path];
        made = std::make_unique<MemoryBus>(bus.settings, clock);
        made->plug();
    }
    for (const bridge::FieldDeviceConfig& device : config.devices)
        bus(device.bus).devices().add(device.id, device.address, makeDevice(device, firstEpoch++));
}

std::unique_ptr<bridge::PortHost> MemoryPorts::makeHost(const QString&) const
{
    return std::make_unique<bridge::SameThread>();
}

std::unique_ptr<bridge::Wire> MemoryPorts::makeWire(const bridge::LinkSettings& settings) const
{
    return m_printers.at(settings.path)->cable().makeWire();
}

std::unique_ptr<bridge::BusClient> MemoryPorts::makeBusClient(const bridge::BusSettings& settings) const
{
    return m_buses.at(settings.path)->makeClient();
}

SimulatedDevice& MemoryPorts::device(const QString& id) const
{
    for (const auto& [path, bus] : m_buses)
        if (SimulatedDevice* found = bus->devices().find(id))
            return *found;
    throw std::out_of_range(id.toStdString());
}

SimulatedPanel& MemoryPorts::panel(const QString& id) const
{
    return dynamic_cast<SimulatedPanel&>(device(id));
}

} // namespace starqueue::simulators
