#include <hall/api/support/follower.h>

#include <gtest/gtest.h>

#include <stdexcept>

namespace starqueue::hall::test {

using starqueue::test::HttpPeer;

namespace {

HttpPeer opened(std::uint16_t port, const HttpPeer::Headers& who, std::uint64_t after)
{
    auto peer = HttpPeer::connect("127.0.0.1", port);
    if (!peer)
        throw std::runtime_error(peer.error());
    const std::string target = "/api/v1/events?after=" + std::to_string(after);
    peer->send(HttpPeer::requestText("GET", target, {}, who));
    const auto head = peer->receiveHead();
    if (!head || head->status != 200)
        throw std::runtime_error(head ? "events answered " + std::to_string(head->status) : head.error());
    return std::move(*peer);
}

} // namespace

Follower::Follower(std::uint16_t port, const std::string& token, std::uint64_t after)
    : m_peer(opened(port, {{"Authorization", "Bearer " + token}}, after))
{}

Follower Follower::ofSession(std::uint16_t port, const std::string& cookie, std::uint64_t after)
{
    return Follower{opened(port, {{"Cookie", cookie}}, after)};
}

Seen Follower::next()
{
    while (true) {
        const auto event = m_peer.receiveEvent();
        if (!event)
            return {};
        if (event->isComment)
            continue;
        Seen seen{event->name, std::stoull(event->id.substr(event->id.rfind('-') + 1)),
                  nlohmann::json::parse(event->data, nullptr, false), event->data};
        EXPECT_EQ(seen.data.value("seq", std::uint64_t{0}), seen.seq) << event->data;
        m_seen.push_back(seen);
        return seen;
    }
}

Seen Follower::until(const std::string& name, const std::function<bool(const nlohmann::json&)>& fits)
{
    while (true) {
        Seen seen = next();
        if (seen.name.empty()) {
            ADD_FAILURE() << "no " << name << " came";
            return seen;
        }
        if (seen.name == name && (!fits || fits(seen.data)))
            return seen;
    }
}

} // namespace starqueue::hall::test
