#pragma once

#include <firmware-bridge/ports/port_maker.h>

namespace starqueue::bridge {

/// The ports of this machine, each in a thread of its own.
class SerialPorts final : public PortMaker
{
public:
    [[nodiscard]] std::unique_ptr<PortHost> makeHost(const QString& port) const override;
    [[nodiscard]] std::unique_ptr<Wire> makeWire(const LinkSettings& settings) const override;
    [[nodiscard]] std::unique_ptr<BusClient> makeBusClient(const BusSettings& settings) const override;
};

} // namespace starqueue::bridge
