#include <journeys/device_control.h>

#include <QJsonDocument>

namespace starqueue::journey {

bool DeviceControl::connectTo(const QString& socket)
{
    m_socket.connectToServer(socket);
    return m_socket.waitForConnected(500);
}

QByteArray DeviceControl::ask(const QString& line)
{
    m_socket.write(line.toUtf8() + '\n');
    m_socket.flush();
    while (!m_socket.canReadLine())
        if (!m_socket.waitForReadyRead(5000))
            return {};
    return m_socket.readLine().trimmed();
}

QJsonObject DeviceControl::askForObject(const QString& line)
{
    return QJsonDocument::fromJson(ask(line)).object();
}

} // namespace starqueue::journey
