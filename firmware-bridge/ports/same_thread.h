#pragma once

#include <firmware-bridge/ports/port_host.h>

namespace starqueue::bridge {

/// Lets a driver live in the thread that asks for it.
class SameThread final : public PortHost
{
public:
    void open(MakeDriver make) override { m_driver = make(); }

private:
    std::unique_ptr<QObject> m_driver;
};

} // namespace starqueue::bridge
