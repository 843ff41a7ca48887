#pragma once

#include <firmware-bridge/claim/port_claim.h>
#include <firmware-bridge/serial/blocked_watch.h>
#include <firmware-bridge/serial/port_retry.h>
#include <firmware-bridge/serial/wire.h>

#include <QSocketNotifier>

#include <memory>

namespace starqueue::bridge {

/// A printer of USB's printer class (/dev/usb/lp*), which reconnects after it was unplugged.
///
/// Nothing here waits: what the printer doesn't take is kept and sent when it takes more; that is the only
/// sign of a full buffer or a missing roll that a printer gives whose cable has one direction. One with two
/// directions is read. Construct it in the thread that uses it.
class UsbLine final : public Wire
{
    Q_OBJECT

public:
    explicit UsbLine(QString path, QObject* parent = nullptr);

    void start() override;
    bool send(const QByteArray& bytes) override;

private:
    void tryOpen();
    void read();
    void write();
    void lose(const QString& reason);

    QString m_path;
    PortRetry m_retry;
    claim::PortClaim m_claim;
    std::unique_ptr<QSocketNotifier> m_canRead;
    std::unique_ptr<QSocketNotifier> m_canWrite;
    QByteArray m_waiting;
    BlockedWatch m_blocked;
};

} // namespace starqueue::bridge
