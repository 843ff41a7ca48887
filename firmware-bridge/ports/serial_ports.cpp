#include <firmware-bridge/ports/serial_ports.h>

#include <firmware-bridge/bus/modbus_client.h>
#include <firmware-bridge/ports/port_thread.h>
#include <firmware-bridge/serial/serial_line.h>

namespace starqueue::bridge {

std::unique_ptr<PortHost> SerialPorts::makeHost(const QString& port) const
{
    return std::make_unique<PortThread>(port);
}

std::unique_ptr<Wire> SerialPorts::makeWire(const SerialSettings& settings) const
{
    return std::make_unique<SerialLine>(settings);
}

std::unique_ptr<BusClient> SerialPorts::makeBusClient(const BusSettings& settings) const
{
    return std::make_unique<ModbusClient>(settings);
}

} // namespace starqueue::bridge
