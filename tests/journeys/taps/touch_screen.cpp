#include <journeys/taps/touch_screen.h>

#include <QHostAddress>
#include <QtEndian>

#include <bit>

namespace starqueue::journey {

namespace {

QByteArray number(qint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray real(double value)
{
    return number(std::bit_cast<qint32>(static_cast<float>(value)));
}

/// An OSC string: ended by zeros up to a multiple of four.
QByteArray text(QByteArray value)
{
    value += '\0';
    while (value.size() % 4 != 0)
        value += '\0';
    return value;
}

QByteArray message(const QByteArray& types, const QByteArray& command, const QByteArray& arguments)
{
    const QByteArray whole = text("/tuio/2Dcur") + text(",s" + types) + text(command) + arguments;
    return number(static_cast<qint32>(whole.size())) + whole;
}

} // namespace

void TouchScreen::down(QPointF where)
{
    const QByteArray finger = number(++m_finger);
    const QByteArray still = real(0);
    send(message("i", "alive", finger),
         message("ifffff", "set", finger + real(where.x()) + real(where.y()) + still + still + still));
}

void TouchScreen::up()
{
    send(message({}, "alive", {}), {});
}

void TouchScreen::send(const QByteArray& alive, const QByteArray& set)
{
    const QByteArray atOnce = QByteArray(7, '\0') + '\1';
    m_socket.writeDatagram(text("#bundle") + atOnce + alive + set + message("i", "fseq", number(++m_frame)),
                           QHostAddress::LocalHost, m_port);
}

} // namespace starqueue::journey
