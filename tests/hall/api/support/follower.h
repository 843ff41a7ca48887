#pragma once

#include <support/http_peer.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace starqueue::hall::test {

/// One event as a face gets it.
struct Seen
{
    std::string name;
    std::uint64_t seq = 0;
    nlohmann::json data;
    std::string text; ///< of the data, as it came

    friend bool operator==(const Seen&, const Seen&) = default;
};

/// Follows the hall's events. Whatever doesn't come within the peer's patience is a failure of the test.
class Follower
{
public:
    Follower(std::uint16_t port, const std::string& token, std::uint64_t after);

    /// The next event; comments are left out. An event without a name: the stream ended.
    Seen next();
    /// Reads on until an event `name` comes and `fits`; all that was read is in seen().
    Seen until(const std::string& name, const std::function<bool(const nlohmann::json&)>& fits = {});
    [[nodiscard]] const std::vector<Seen>& seen() const { return m_seen; }

private:
    starqueue::test::HttpPeer m_peer;
    std::vector<Seen> m_seen;
};

} // namespace starqueue::hall::test
