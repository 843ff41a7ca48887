#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QLocalSocket>
#include <QString>

namespace starqueue::journey {

/// Hands on the simulated devices: presses their buttons and looks at what they really received.
/// Speaks the line protocol of `starqueue-devices --control`.
class DeviceControl
{
public:
    /// False: nobody listens at `socket` (yet).
    [[nodiscard]] bool connectTo(const QString& socket);
    /// Sends one line and returns the line that comes back; empty when none comes within five seconds.
    QByteArray ask(const QString& line);
    [[nodiscard]] QJsonObject askForObject(const QString& line);

private:
    QLocalSocket m_socket;
};

} // namespace starqueue::journey
