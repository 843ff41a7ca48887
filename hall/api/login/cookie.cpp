#include <hall/api/login/cookie.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

constexpr std::string_view kSessionCookie = "starqueue_session";
// A browser takes a name with this prefix only over TLS from this host itself, for its whole site.
constexpr std::string_view kOfThisHost = "__Host-";
constexpr std::string_view kSessionRules = "; Path=/; HttpOnly; SameSite=Strict";

/// "hall.example:8443" of "https://hall.example:8443"; empty: it is none.
std::string_view hostOf(std::string_view origin)
{
    for (const std::string_view scheme : {"http://", "https://"})
        if (origin.starts_with(scheme))
            return origin.substr(scheme.size());
    return {};
}

} // namespace

http::Field SessionCookie::set(std::string_view id) const
{
    std::string text(isSecure ? kOfThisHost : "");
    text.append(kSessionCookie)
        .append("=")
        .append(id)
        .append(kSessionRules)
        .append(isSecure ? "; Secure" : "");
    return {"Set-Cookie", text.append(id.empty() ? "; Max-Age=0" : "")};
}

std::string_view SessionCookie::sessionIn(const http::Request& request) const
{
    const std::string name = std::string(isSecure ? kOfThisHost : "").append(kSessionCookie).append("=");
    std::string_view header = request.header("Cookie").value_or("");
    while (!header.empty()) {
        std::string_view one = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), one.size() + 1));
        while (one.starts_with(' '))
            one.remove_prefix(1);
        if (one.starts_with(name))
            return one.substr(name.size());
    }
    return {};
}

bool isFromOwnPage(const http::Request& request)
{
    if (const auto site = request.header("Sec-Fetch-Site"))
        return *site == "same-origin";
    const std::string_view host = hostOf(request.header("Origin").value_or(""));
    return !host.empty() && http::equalIgnoringCase(host, request.header("Host").value_or(""));
}

} // namespace starqueue::hall
