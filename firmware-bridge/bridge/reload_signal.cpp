#include <firmware-bridge/bridge/reload_signal.h>

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace starqueue::bridge {

namespace {

std::array<int, 2> g_pipe{-1, -1};

// Only calls that are safe in a signal handler; the event loop does the rest.
void onHangUp(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(g_pipe[1], &byte, 1);
}

} // namespace

ReloadSignal::ReloadSignal(QObject* parent) : QObject(parent)
{
    if (::pipe2(g_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto* notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        while (::read(g_pipe[0], bytes.data(), bytes.size()) > 0) {
        }
        emit raised();
    });
    struct sigaction action = {};
    action.sa_handler = onHangUp;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGHUP, &action, nullptr);
}

} // namespace starqueue::bridge
