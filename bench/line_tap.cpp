#include <bench/line_tap.h>

#include <bench/timeout.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace starqueue::bench {

namespace {

constexpr std::size_t kKept = 4000;

void makeRaw(int terminal)
{
    termios settings{};
    tcgetattr(terminal, &settings);
    cfmakeraw(&settings);
    tcsetattr(terminal, TCSANOW, &settings);
}

} // namespace

LineTap::LineTap(const std::filesystem::path& bridgeEnd, const std::filesystem::path& deviceEnd)
{
    open(bridgeEnd, deviceEnd);
    m_thread = std::jthread([this](const std::stop_token& stop) { relay(stop); });
}

LineTap::~LineTap()
{
    m_thread = {};
    for (const int descriptor : {m_master, m_slave, m_device})
        ::close(descriptor);
}

void LineTap::open(const std::filesystem::path& bridgeEnd, const std::filesystem::path& deviceEnd)
{
    m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    std::array<char, 128> name{};
    if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0 ||
        ::ptsname_r(m_master, name.data(), name.size()) != 0)
        throw std::runtime_error("no pseudo-terminal");
    m_slave = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    makeRaw(m_slave);
    m_device = ::open(deviceEnd.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_device < 0)
        throw std::runtime_error("no device at " + deviceEnd.string());
    makeRaw(m_device);
    std::filesystem::create_symlink(name.data(), bridgeEnd);
}

void LineTap::relay(const std::stop_token& stop)
{
    std::array<pollfd, 2> ends{pollfd{m_master, POLLIN, 0}, pollfd{m_device, POLLIN, 0}};
    while (!stop.stop_requested()) {
        if (::poll(ends.data(), ends.size(), kLookAroundMs) <= 0)
            continue;
        if ((ends[0].revents & POLLIN) && !pass(m_master, m_device, true))
            return;
        if ((ends[1].revents & POLLIN) && !pass(m_device, m_master, false))
            return;
    }
}

bool LineTap::pass(int from, int to, bool note)
{
    std::array<std::uint8_t, 4096> buffer{};
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    const auto at = Clock::now();
    if (count <= 0 || ::write(to, buffer.data(), static_cast<std::size_t>(count)) != count)
        return false;
    if (note) {
        const sync::Lock lock(m_mutex);
        if (m_chunks.size() >= kKept)
            m_chunks.erase(m_chunks.begin(), m_chunks.begin() + kKept / 2);
        m_chunks.push_back({at, {buffer.begin(), buffer.begin() + count}});
        m_heard.notifyAll();
    }
    return true;
}

Clock::time_point LineTap::firstSince(Clock::time_point since, const Wanted& wanted)
{
    const auto isMeant = [&](const Chunk& chunk) { return chunk.at >= since && wanted(chunk.bytes); };
    const auto end = Clock::now() + kTimeout;
    sync::Lock lock(m_mutex);
    for (;;) {
        const auto found = std::find_if(m_chunks.cbegin(), m_chunks.cend(), isMeant);
        if (found != m_chunks.cend())
            return found->at;
        if (!m_heard.waitUntil(lock, end))
            throw std::runtime_error("the bridge didn't send what was waited for");
    }
}

} // namespace starqueue::bench
