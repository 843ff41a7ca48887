#pragma once

#include <QByteArray>
#include <QPointF>
#include <QUdpSocket>

namespace starqueue::journey {

/// A touch screen without one: fingers as TUIO 1.1 cursors (OSC over UDP), which Qt's "tuiotouch" plugin
/// makes touch events of. Positions are shares of the screen, 0 to 1.
class TouchScreen
{
public:
    explicit TouchScreen(quint16 port) : m_port(port) {}

    void down(QPointF where);
    void up();

private:
    void send(const QByteArray& alive, const QByteArray& set);

    QUdpSocket m_socket;
    quint16 m_port;
    qint32 m_finger = 0; ///< the last one's session id
    qint32 m_frame = 0;
};

} // namespace starqueue::journey
