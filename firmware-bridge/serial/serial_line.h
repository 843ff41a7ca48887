#pragma once

#include <firmware-bridge/serial/reopen_backoff.h>
#include <firmware-bridge/serial/serial_settings.h>
#include <firmware-bridge/serial/wire.h>

#include <QSerialPort>
#include <QTimer>

namespace starqueue::bridge {

/// A serial port that reconnects after its adapter was unplugged.
///
/// QSerialPort reports an unplugged port several hundred thousand times a second until it is closed, so any
/// read, write or resource error closes it at once; then it is opened again with a backoff. With XON/XOFF,
/// IXANY and IXOFF are switched off: otherwise a status byte from the printer would restart stopped output.
/// Construct it in the thread that uses it.
class SerialLine final : public Wire
{
    Q_OBJECT

public:
    explicit SerialLine(SerialSettings settings, QObject* parent = nullptr);

    void start() override;
    bool send(const QByteArray& bytes) override;

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
