#pragma once

#include <firmware-bridge/claim/port_claim.h>
#include <firmware-bridge/serial/blocked_watch.h>
#include <firmware-bridge/serial/port_retry.h>
#include <firmware-bridge/serial/serial_settings.h>
#include <firmware-bridge/serial/wire.h>

#include <QSerialPort>

namespace starqueue::bridge {

/// A serial port that reconnects after its adapter was unplugged.
///
/// QSerialPort reports an unplugged port several hundred thousand times a second until it is closed, so any
/// read, write or resource error closes it at once; then it is opened again with a backoff. It is claimed as
/// long as it is open, so that two programs can't drive one printer. With XON/XOFF, IXANY and IXOFF are
/// switched off: otherwise a status byte from the printer would restart stopped output. Construct it in the
/// thread that uses it.
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
    [[nodiscard]] qint64 waitingBytes() const;

    SerialSettings m_settings;
    QSerialPort m_port;
    PortRetry m_retry;
    claim::PortClaim m_claim;
    BlockedWatch m_blocked;
};

} // namespace starqueue::bridge
