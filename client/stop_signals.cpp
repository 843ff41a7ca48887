#include <client/stop_signals.h>

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace starqueue::client {

namespace {

std::array<int, 2> g_pipe{-1, -1};

// Only calls that are safe in a signal handler; the event loop does the rest.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
}

} // namespace

void quitOnStopSignals()
{
    callOnStopSignals(QCoreApplication::quit);
}

void callOnStopSignals(std::function<void()> stop)
{
    if (::pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals then end the program at once, as they would by default
    auto* notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [stop = std::move(stop)]() mutable {
        std::array<char, 16> raised{};
        [[maybe_unused]] const ssize_t taken = ::read(g_pipe[0], raised.data(), raised.size());
        std::exchange(stop, &QCoreApplication::quit)();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace starqueue::client
