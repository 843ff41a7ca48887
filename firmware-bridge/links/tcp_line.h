#pragma once

#include <firmware-bridge/serial/blocked_watch.h>
#include <firmware-bridge/serial/port_retry.h>
#include <firmware-bridge/serial/wire.h>

#include <QTcpSocket>
#include <QTimer>

namespace starqueue::bridge {

/// A printer on the network ("raw" printing, port 9100), which reconnects by itself.
///
/// Such a printer serves one at a time: others hang until that one closes, and it closes a connection that
/// was idle for some minutes (Epson UB-E02: five). So an idle connection is closed here before, and made anew
/// when something is to be sent; for the driver it stays open. What a peer doesn't acknowledge for ten
/// seconds is given up, so that it isn't printed when the network is back. Construct it in the thread that
/// uses it.
class TcpLine final : public Wire
{
    Q_OBJECT

public:
    struct Pauses
    {
        std::chrono::milliseconds connecting = std::chrono::seconds(5); ///< at most
        std::chrono::milliseconds idle = std::chrono::minutes(4);       ///< then it is closed
    };

    TcpLine(QString host, quint16 port, QObject* parent = nullptr)
        : TcpLine(std::move(host), port, {}, parent)
    {}
    TcpLine(QString host, quint16 port, const Pauses& pauses, QObject* parent = nullptr);
    ~TcpLine() override;

    void start() override;
    bool send(const QByteArray& bytes) override;

private:
    enum class State {
        Closed,     ///< waits to connect again
        Connecting, ///< for the driver not open
        Open,
        Asleep,   ///< closed for being idle
        Awakening ///< connecting again, with something to send
    };

    void connectNow(State state);
    void onConnected();
    void fail(const QString& reason);
    void sleep();
    void write(const QByteArray& bytes);
    void lookForPeer();
    [[nodiscard]] qint64 waitingBytes() const;
    [[nodiscard]] qint64 unacknowledgedBytes() const;

    QString m_host;
    quint16 m_port;
    QTcpSocket m_socket;
    PortRetry m_retry;
    QTimer m_connecting;
    QTimer m_idle;
    QTimer m_look;
    SendProgress m_acknowledged;
    qint64 m_written = 0;
    BlockedWatch m_blocked;
    QByteArray m_unsent; ///< while awakening
    State m_state = State::Closed;
};

} // namespace starqueue::bridge
