#include <firmware-bridge/simulators/program/control_socket.h>

#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

ControlSocket::ControlSocket(DeviceSet& devices, QObject* parent)
    : QObject(parent), m_commands(devices), m_server(this)
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
}

QString ControlSocket::listen(const QString& path)
{
    // QLocalServer takes a relative path for a name of its own.
    const QString socket = QFileInfo(path).absoluteFilePath();
    QLocalServer::removeServer(socket);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(socket))
        return u"%1: %2"_s.arg(path, m_server.errorString());
    return {};
}

void ControlSocket::accept()
{
    QLocalSocket* peer = m_server.nextPendingConnection();
    connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    connect(peer, &QLocalSocket::readyRead, this, [this, peer] {
        while (peer->canReadLine()) {
            const QJsonObject answer = m_commands.execute(QString::fromUtf8(peer->readLine()));
            peer->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
            peer->flush(); // a peer may have shut its side down already
        }
    });
}

} // namespace starqueue::simulators
