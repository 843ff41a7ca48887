#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QSerialPort>
#include <QString>
#include <QTimer>

#include <chrono>

namespace starqueue::bridge {

/// How one serial port is to be opened: always 8 data bits, no parity, one stop bit.
struct SerialSettings
{
    enum class Flow { None, RtsCts, XonXoff };

    QString path; ///< explicit, by-id where possible: an adapter may come back as another node
    int baud = 19200;
    Flow flow = Flow::None;

    bool operator==(const SerialSettings&) const = default;
};

/// Exponential backoff between attempts to open a port: 0.1 s, 0.2 s … 5 s. Reset it when the device has
/// answered.
class ReopenBackoff
{
public:
    [[nodiscard]] std::chrono::milliseconds next();
    void reset() { m_next = kShortest; }

    static constexpr std::chrono::milliseconds kShortest{100};
    static constexpr std::chrono::milliseconds kLongest{5000};

private:
    std::chrono::milliseconds m_next = kShortest;
};

/// A serial port that reconnects after its adapter was unplugged.
///
/// QSerialPort reports an unplugged port several hundred thousand times a second until it is closed, so any
/// read, write or resource error closes it at once; then it is opened again with a backoff. With XON/XOFF,
/// IXANY and IXOFF are switched off: otherwise a status byte from the printer would restart stopped output.
/// Construct it in the thread that uses it.
class SerialLine : public QObject
{
    Q_OBJECT

public:
    explicit SerialLine(SerialSettings settings, QObject* parent = nullptr);

    /// Opens now, or as soon as the port exists.
    void start();
    /// Hands bytes to the kernel; false when the port isn't open. Says nothing about arrival.
    bool send(const QByteArray& bytes);
    [[nodiscard]] bool isOpen() const { return m_port.isOpen(); }

signals:
    void opened();
    void lost(const QString& reason);
    void received(const QByteArray& bytes);

private:
    void tryOpen();
    void onError(QSerialPort::SerialPortError error);
    void lose(const QString& reason);

    SerialSettings m_settings;
    QSerialPort m_port;
    QTimer m_reopen;
    ReopenBackoff m_backoff;
};

} // namespace starqueue::bridge
