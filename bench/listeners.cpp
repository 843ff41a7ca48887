#include <bench/listeners.h>

#include <array>
#include <stdexcept>

#include <poll.h>
#include <sys/socket.h>

namespace starqueue::bench {

namespace {

constexpr auto kPatience = std::chrono::seconds(5);
constexpr int kLookAroundMs = 100;

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

Listeners::Listeners(const HallProcess& hall, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        m_all.push_back({follow(hall), {}, {}});
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Listeners::~Listeners() = default;

void Listeners::expect(const std::string& event)
{
    const std::scoped_lock lock(m_mutex);
    m_expected = "event: " + event + "\n";
    m_heard = 0;
    for (One& one : m_all)
        one.heard = {};
}

std::vector<Listeners::Clock::time_point> Listeners::everyoneHeard()
{
    std::unique_lock lock(m_mutex);
    if (!m_everyone.wait_for(lock, kPatience, [this] { return m_heard == m_all.size(); }))
        throw std::runtime_error("not every listener has heard of it");
    std::vector<Clock::time_point> times;
    for (const One& one : m_all)
        times.push_back(one.heard);
    return times;
}

void Listeners::run(const std::stop_token& stop)
{
    std::vector<pollfd> ends;
    for (const One& one : m_all)
        ends.push_back({one.peer.descriptor(), POLLIN, 0});
    while (!stop.stop_requested()) {
        if (::poll(ends.data(), ends.size(), kLookAroundMs) <= 0)
            continue;
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (ends[i].revents != 0)
                read(m_all[i]);
    }
}

void Listeners::read(One& one)
{
    std::array<char, 8192> buffer{};
    const ssize_t count = ::recv(one.peer.descriptor(), buffer.data(), buffer.size(), 0);
    const auto now = Clock::now();
    if (count <= 0)
        return;
    const std::scoped_lock lock(m_mutex);
    one.text.append(buffer.data(), static_cast<std::size_t>(count));
    if (one.heard == Clock::time_point{} && !m_expected.empty() &&
        one.text.find(m_expected) != one.text.npos) {
        one.heard = now;
        if (++m_heard == m_all.size())
            m_everyone.notify_all();
    }
    if (const std::size_t whole = one.text.rfind("\n\n"); whole != one.text.npos)
        one.text.erase(0, whole + 2);
}

} // namespace starqueue::bench
