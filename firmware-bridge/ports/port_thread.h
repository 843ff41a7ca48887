#pragma once

#include <firmware-bridge/ports/port_host.h>

#include <QSemaphore>
#include <QThread>

#include <utility>

namespace starqueue::bridge {

/// A thread for the driver of one serial port.
class PortThread final : public QThread, public PortHost
{
public:
    explicit PortThread(const QString& name) { setObjectName(name); }
    ~PortThread() override
    {
        quit();
        wait();
    }

    void open(MakeDriver make) override
    {
        m_make = std::move(make);
        start();
        m_ready.acquire();
    }

private:
    void run() override
    {
        const std::unique_ptr<QObject> driver = m_make();
        m_ready.release();
        exec();
    }

    MakeDriver m_make;
    QSemaphore m_ready;
};

} // namespace starqueue::bridge
