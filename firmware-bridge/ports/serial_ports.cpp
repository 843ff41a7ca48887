#include <firmware-bridge/ports/serial_ports.h>

#include <firmware-bridge/bus/modbus_client.h>
#include <firmware-bridge/links/tcp_line.h>
#include <firmware-bridge/links/usb_line.h>
#include <firmware-bridge/ports/port_thread.h>
#include <firmware-bridge/serial/serial_line.h>

namespace starqueue::bridge {

std::unique_ptr<PortHost> SerialPorts::makeHost(const QString& port) const
{
    return std::make_unique<PortThread>(port);
}

std::unique_ptr<Wire> SerialPorts::makeWire(const LinkSettings& settings) const
{
    switch (settings.kind) {
    case LinkSettings::Kind::UsbPrinter:
        return std::make_unique<UsbLine>(settings.path);
    case LinkSettings::Kind::Tcp:
        return std::make_unique<TcpLine>(settings.host, settings.port);
    case LinkSettings::Kind::Serial:
        break;
    }
    return std::make_unique<SerialLine>(settings.serial());
}

std::unique_ptr<BusClient> SerialPorts::makeBusClient(const BusSettings& settings) const
{
    return std::make_unique<ModbusClient>(settings);
}

} // namespace starqueue::bridge
