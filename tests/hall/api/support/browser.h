#pragma once

#include <hall/api/support/face.h>

#include <string>

namespace starqueue::hall::test {

/// A page of the hall in a browser, which keeps the session's cookie and says where it comes from.
class Browser
{
public:
    explicit Browser(std::uint16_t port) : m_port(port) {}

    /// `code` of a second factor; empty: none is sent.
    Said logIn(const std::string& user, const std::string& password, const std::string& code = {});
    Said get(const std::string& path) { return send("GET", path, {}); }
    /// Adds a new requestId unless `body` has one.
    Said post(const std::string& path, json body = json::object());
    Said patch(const std::string& path, json body);
    Said logOut();
    /// `path` is below /api/v1.
    Said send(const std::string& method, const std::string& path, const std::string& body);

    [[nodiscard]] static std::string ownOrigin() { return "http://hall.test"; } ///< as HttpPeer's Host
    /// "starqueue_session=…"; empty: none.
    [[nodiscard]] const std::string& cookie() const { return m_cookie; }
    void setCookie(std::string cookie) { m_cookie = std::move(cookie); }

private:
    std::uint16_t m_port;
    std::string m_cookie;
};

} // namespace starqueue::hall::test
