#pragma once

#include <support/http_peer.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// An event as received.
struct Seen
{
    std::string name;
    std::uint64_t seq = 0;
    nlohmann::json data;
    std::string text; ///< the data's text as received

    friend bool operator==(const Seen&, const Seen&) = default;
};

/// A client of the hall's event stream. An event that is too late for the peer's time-out fails the test.
class Follower
{
public:
    Follower(std::uint16_t port, const std::string& token, std::uint64_t after);
    /// Of a page with that cookie, as a browser sends it.
    [[nodiscard]] static Follower ofSession(std::uint16_t port, const std::string& cookie,
                                            std::uint64_t after);

    /// Reads on until the hall ends the stream.
    [[nodiscard]] bool isEnded() { return m_peer.receiveToEnd().has_value(); }
    /// The next event, without comments. An event without a name: the stream ended.
    Seen next();
    /// Reads until an event `name` that `fits`; seen() has all that were read.
    Seen until(const std::string& name, const std::function<bool(const nlohmann::json&)>& fits = {});
    [[nodiscard]] const std::vector<Seen>& seen() const { return m_seen; }

private:
    explicit Follower(starqueue::test::HttpPeer peer) : m_peer(std::move(peer)) {}

    starqueue::test::HttpPeer m_peer;
    std::vector<Seen> m_seen;
};

} // namespace starqueue::hall::test
