#include <hall/http/network/watch.h>

#include <cerrno>
#include <system_error>

#include <sys/eventfd.h>
#include <unistd.h>

namespace starqueue::hall::http::network {

namespace {

int checked(int descriptor, const char* what)
{
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), what);
    return descriptor;
}

} // namespace

Watch::Watch()
    : m_epoll(checked(::epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      m_wake(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd"))
{
    // Edge-triggered: each write is told once, and nobody need read it.
    epoll_event event{EPOLLIN | EPOLLET, {}};
    event.data.u64 = kWake;
    checked(::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event), "epoll_ctl");
}

Watch::~Watch()
{
    ::close(m_wake);
    ::close(m_epoll);
}

Watch::Key Watch::add(int descriptor, Watched& watched)
{
    epoll_event event{EPOLLONESHOT, {}};
    event.data.u64 = ++m_lastKey;
    checked(::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event), "epoll_ctl");
    m_watched[m_lastKey] = &watched;
    return m_lastKey;
}

void Watch::arm(int descriptor, Key key, std::uint32_t events) const
{
    epoll_event event{events | EPOLLONESHOT, {}};
    event.data.u64 = key;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Watch::tell(const epoll_event& event) const
{
    if (const auto found = m_watched.find(event.data.u64); found != m_watched.end())
        found->second->onEvents(event.events);
}

std::span<const epoll_event> Watch::wait(Events& events, bool isImpatient) const
{
    const int count =
        ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), isImpatient ? 0 : -1);
    return {events.data(), static_cast<std::size_t>(count < 0 ? 0 : count)};
}

void Watch::wake() const
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

} // namespace starqueue::hall::http::network
