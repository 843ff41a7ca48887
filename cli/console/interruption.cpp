#include <cli/console/interruption.h>

#include <csignal>
#include <ctime>

namespace starqueue::cli {

namespace {

sigset_t endings()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

constexpr timespec kLook{0, 50'000'000};

} // namespace

Interruption::Interruption()
{
    const sigset_t set = endings();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_waiting = std::jthread([this](const std::stop_token& ends) { wait(ends); });
}

Interruption::~Interruption()
{
    m_waiting = {};
    const sigset_t set = endings();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

void Interruption::wait(const std::stop_token& ends)
{
    const sigset_t set = endings();
    while (!ends.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &kLook) < 0)
            continue;
        m_asked.request_stop();
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr); // the next signal kills the program
        break;
    }
    while (!ends.stop_requested())
        nanosleep(&kLook, nullptr);
}

} // namespace starqueue::cli
