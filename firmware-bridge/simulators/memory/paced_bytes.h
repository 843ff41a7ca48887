#pragma once

#include <firmware-bridge/steady_time.h>

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <deque>

namespace starqueue::simulators {

/// One direction of a serial cable in memory: bytes arrive in order, in pieces of 10 ms, each after the time
/// that it takes at the baud rate and a delay.
class PacedBytes : public QObject
{
    Q_OBJECT

public:
    PacedBytes(int baud, bridge::SteadyClock clock, QObject* parent = nullptr);

    void send(const QByteArray& bytes);
    /// Loses what is under way.
    void clear();
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }

signals:
    void arrived(const QByteArray& bytes);

private:
    struct Piece
    {
        bridge::SteadyTime due{};
        QByteArray bytes;
    };

    void deliver();
    void wait();

    double m_bytesAMs;
    bridge::SteadyClock m_clock;
    QTimer m_next;
    std::deque<Piece> m_pieces;
    std::chrono::milliseconds m_delay{};
    double m_freeAt = 0; ///< ms on the clock: the last byte has left
};

} // namespace starqueue::simulators
