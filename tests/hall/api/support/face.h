#pragma once

#include <support/http_peer.h>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace starqueue::hall::test {

using nlohmann::json;

/// The response to a request.
// NOLINTNEXTLINE(bugprone-exception-escape): JSON's null, which `body` begins as, throws nothing
struct Said
{
    int status = 0;
    json body; ///< null if it isn't JSON
    starqueue::test::HttpAnswer raw;

    [[nodiscard]] std::string code() const { return body.is_object() ? body.value("code", "") : ""; }
    [[nodiscard]] std::string state() const { return body.is_object() ? body.value("state", "") : ""; }
};

/// `said` is a refusal (409) with a problem document of this code and state.
void expectRefused(const Said& said, const std::string& code, const std::string& state);

/// A new UUID in its text form.
[[nodiscard]] std::string newRequestId();

/// A face of the hall: a token and a persistent connection. One thread at a time.
class Face
{
public:
    /// An empty `token` sends none.
    Face(std::uint16_t port, std::string token);

    Said get(const std::string& path) { return send("GET", path, {}); }
    /// Adds a new requestId unless `body` has one.
    Said post(const std::string& path, json body = json::object());
    Said put(const std::string& path, json body);
    /// `path` is below /api/v1; the body is sent unchanged.
    Said send(const std::string& method, const std::string& path, const std::string& body);
    /// `watcher` is told of each call that the face has made from now on.
    using Watcher = std::function<void(const std::string& method, const std::string& path,
                                       const std::string& body, const Said& said)>;
    void watch(Watcher watcher) { m_watcher = std::move(watcher); }

private:
    std::uint16_t m_port;
    std::string m_token;
    std::optional<starqueue::test::HttpPeer> m_peer;
    Watcher m_watcher{};
};

/// A port of loopback that nobody listens at.
[[nodiscard]] std::uint16_t freePort();

/// A request outside /api/v1, with given headers.
[[nodiscard]] Said call(std::uint16_t port, const std::string& method, const std::string& target,
                        const std::string& body = {}, const starqueue::test::HttpPeer::Headers& headers = {});

} // namespace starqueue::hall::test
