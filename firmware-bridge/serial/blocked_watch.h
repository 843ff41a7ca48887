#pragma once

#include <firmware-bridge/serial/send_progress.h>

#include <QObject>
#include <QTimer>

#include <functional>

namespace starqueue::bridge {

/// Observes a wire's progress while it is open, four times a second.
class BlockedWatch : public QObject
{
    Q_OBJECT

public:
    /// `waiting`: bytes that were accepted and haven't left, in the program or in the kernel.
    explicit BlockedWatch(std::function<qint64()> waiting, QObject* parent = nullptr);

    void begin();
    void end();
    void accepted(qint64 bytes) { m_accepted += bytes; }

signals:
    void blockedChanged(bool blocked);

private:
    void observe();

    std::function<qint64()> m_waiting;
    SendProgress m_progress;
    QTimer m_tick;
    qint64 m_accepted = 0;
};

} // namespace starqueue::bridge
