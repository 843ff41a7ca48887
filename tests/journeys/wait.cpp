#include <journeys/wait.h>

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

namespace starqueue::journey {

bool waitUntil(const std::function<bool()>& isSo, std::chrono::milliseconds longest)
{
    const QDeadlineTimer deadline(longest);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace starqueue::journey
