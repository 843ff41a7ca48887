#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace starqueue::bridge::test {

/// The process's application object; every test that needs an event loop calls this first.
inline QCoreApplication& application()
{
    static int argc = 1;
    static char name[] = "firmware-bridge-tests";
    static char* argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    return app;
}

/// Runs the event loop until `holds` does; false when it still doesn't after a long while.
inline bool eventually(const std::function<bool()>& holds,
                       std::chrono::milliseconds atMost = std::chrono::seconds(30))
{
    application();
    // Woken by a timer: processEvents() with a time would spin, and starve the threads that it waits for.
    QTimer wake;
    wake.start(std::chrono::milliseconds(10));
    const QDeadlineTimer deadline(atMost);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace starqueue::bridge::test
