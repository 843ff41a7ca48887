#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <functional>

namespace starqueue::bridge::testing {

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
    const QDeadlineTimer deadline(atMost);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

} // namespace starqueue::bridge::testing
