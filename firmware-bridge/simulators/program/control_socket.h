#pragma once

#include <firmware-bridge/simulators/program/control_commands.h>

#include <QLocalServer>
#include <QObject>

namespace starqueue::simulators {

/// Serves ControlCommands on a Unix socket, to any number of connections.
class ControlSocket : public QObject
{
    Q_OBJECT

public:
    explicit ControlSocket(DeviceSet& devices, QObject* parent = nullptr);

    /// Empty when well, otherwise what went wrong. A socket left over at `path` is replaced.
    [[nodiscard]] QString listen(const QString& path);

private:
    void accept();

    ControlCommands m_commands;
    QLocalServer m_server;
};

} // namespace starqueue::simulators
