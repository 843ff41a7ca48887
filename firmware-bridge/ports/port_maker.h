#pragma once

#include <firmware-bridge/bus/bus_client.h>
#include <firmware-bridge/bus/bus_settings.h>
#include <firmware-bridge/links/link_settings.h>
#include <firmware-bridge/ports/port_host.h>
#include <firmware-bridge/serial/wire.h>

#include <memory>

namespace starqueue::bridge {

/// What a bridge opens its ports with: threads and real ports, or one thread and devices in memory.
///
/// Wires and clients are made in the thread of their host; it outlives whatever it made.
class PortMaker
{
public:
    virtual ~PortMaker() = default;

    [[nodiscard]] virtual std::unique_ptr<PortHost> makeHost(const QString& port) const = 0;
    [[nodiscard]] virtual std::unique_ptr<Wire> makeWire(const LinkSettings& settings) const = 0;
    [[nodiscard]] virtual std::unique_ptr<BusClient> makeBusClient(const BusSettings& settings) const = 0;
};

} // namespace starqueue::bridge
