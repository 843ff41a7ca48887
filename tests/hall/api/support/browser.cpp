#include <hall/api/support/browser.h>

namespace starqueue::hall::test {

namespace {

std::string withRequestId(json body)
{
    if (!body.contains("requestId"))
        body["requestId"] = newRequestId();
    return body.dump();
}

} // namespace

Said Browser::logIn(const std::string& user, const std::string& password, const std::string& code)
{
    json body{{"user", user}, {"password", password}};
    if (!code.empty())
        body["code"] = code;
    return post("/sessions", std::move(body));
}

Said Browser::post(const std::string& path, json body)
{
    return send("POST", path, withRequestId(std::move(body)));
}

Said Browser::patch(const std::string& path, json body)
{
    return send("PATCH", path, withRequestId(std::move(body)));
}

Said Browser::logOut()
{
    return send("DELETE", "/sessions/current", withRequestId(json::object()));
}

Said Browser::send(const std::string& method, const std::string& path, const std::string& body)
{
    starqueue::test::HttpPeer::Headers headers;
    if (!m_cookie.empty())
        headers.emplace_back("Cookie", m_cookie);
    if (method != "GET")
        headers.emplace_back("Origin", ownOrigin());
    Said said = call(m_port, method, "/api/v1" + path, body, headers);
    if (const std::string set = said.raw.header("set-cookie"); !set.empty())
        m_cookie = set.find("Max-Age=0") == std::string::npos ? set.substr(0, set.find(';')) : "";
    return said;
}

} // namespace starqueue::hall::test
