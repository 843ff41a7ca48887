#pragma once

#include <QSemaphore>
#include <QThread>

namespace starqueue::bridge {

/// The thread of one serial port. The port's driver is constructed inside it; commands and reports cross as
/// queued signals with value types.
class PortThread : public QThread
{
    Q_OBJECT

public:
    using QThread::QThread;

    /// Starts, and returns when run() has connected its signals: no command is lost.
    void startAndWait()
    {
        start();
        m_ready.acquire();
    }
    /// Closes the port and ends the thread. Subclasses call it in their destructor.
    void stop()
    {
        quit();
        wait();
    }

protected:
    /// Call it in run() when all connections are made.
    void ready() { m_ready.release(); }

private:
    QSemaphore m_ready;
};

} // namespace starqueue::bridge
