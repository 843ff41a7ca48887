#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace starqueue::bridge {

/// Where the driver of one port lives: in a thread of its own, or in the caller's.
///
/// A driver and the rest of the program talk by queued signals with value types, so that they can't tell.
class PortHost
{
public:
    using MakeDriver = std::function<std::unique_ptr<QObject>()>;

    PortHost() = default;
    PortHost(const PortHost&) = delete;
    PortHost& operator=(const PortHost&) = delete;
    /// The driver is destroyed where it was made, before this returns.
    virtual ~PortHost() = default;

    /// Calls `make` in the host's thread and keeps the driver there; once. Returns when `make` has returned:
    /// no command is lost when that has connected its signals.
    virtual void open(MakeDriver make) = 0;
};

} // namespace starqueue::bridge
