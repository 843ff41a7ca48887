#include <bench/listeners.h>

#include <bench/timeout.h>

#include <array>
#include <stdexcept>

#include <poll.h>
#include <sys/socket.h>

namespace starqueue::bench {

namespace {

test::HttpPeer follow(const HallProcess& hall)
{
    auto peer = test::HttpPeer::connect("127.0.0.1", hall.port());
    if (!peer || !peer->send(test::HttpPeer::requestText(
                     "GET", "/api/v1/events", {}, {{"Authorization", "Bearer " + hall.token("display-1")}})))
        throw std::runtime_error("the hall can't be followed");
    const auto head = peer->receiveHead();
    if (!head || head->status != 200)
        throw std::runtime_error("the hall gives no events");
    return std::move(*peer);
}

} // namespace

Listeners::Listeners(const HallProcess& hall, std::size_t count) : m_all(count)
{
    for (std::size_t i = 0; i < count; ++i)
        m_peers.push_back(follow(hall));
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Listeners::~Listeners() = default;

void Listeners::expect(const std::string& event)
{
    const sync::Lock lock(m_mutex);
    m_expected = "event: " + event + "\n";
    m_heard = 0;
    for (One& one : m_all)
        one.heard = {};
}

std::vector<Listeners::Clock::time_point> Listeners::everyoneHeard()
{
    const auto end = Clock::now() + kTimeout;
    sync::Lock lock(m_mutex);
    while (m_heard != m_all.size())
        if (!m_everyone.waitUntil(lock, end))
            throw std::runtime_error("not every listener has heard of it");
    std::vector<Clock::time_point> times;
    for (const One& one : m_all)
        times.push_back(one.heard);
    return times;
}

void Listeners::run(const std::stop_token& stop)
{
    std::vector<pollfd> ends;
    for (const test::HttpPeer& peer : m_peers)
        ends.push_back({peer.descriptor(), POLLIN, 0});
    while (!stop.stop_requested()) {
        if (::poll(ends.data(), ends.size(), kLookAroundMs) <= 0)
            continue;
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (ends[i].revents != 0)
                read(i);
    }
}

void Listeners::read(std::size_t place)
{
    std::array<char, 8192> buffer{};
    const ssize_t count = ::recv(m_peers[place].descriptor(), buffer.data(), buffer.size(), 0);
    const auto now = Clock::now();
    if (count <= 0)
        return;
    const sync::Lock lock(m_mutex);
    take(m_all[place], {buffer.data(), static_cast<std::size_t>(count)}, now);
}

void Listeners::take(One& one, std::string_view text, Clock::time_point now)
{
    one.text += text;
    if (one.heard == Clock::time_point{} && !m_expected.empty() &&
        one.text.find(m_expected) != one.text.npos) {
        one.heard = now;
        if (++m_heard == m_all.size())
            m_everyone.notifyAll();
    }
    if (const std::size_t whole = one.text.rfind("\n\n"); whole != one.text.npos)
        one.text.erase(0, whole + 2);
}

} // namespace starqueue::bench
