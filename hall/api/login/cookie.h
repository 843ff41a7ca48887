#pragma once

#include <hall/http/request.h>

#include <string>
#include <string_view>

namespace starqueue::hall {

/// How the pages' session travels.
struct SessionCookie
{
    bool isSecure = false; ///< sent over TLS only

    /// The header Set-Cookie with a session's id; without one it is taken away.
    [[nodiscard]] http::Field set(std::string_view id) const;
    /// The session's id in a request's cookies; empty: none.
    [[nodiscard]] std::string_view sessionIn(const http::Request& request) const;
};

/// Whether a page of this hall sent the request: by Sec-Fetch-Site, else by Origin, which no script of
/// another site's page can set. Without either it counts as another's.
[[nodiscard]] bool isFromOwnPage(const http::Request& request);

} // namespace starqueue::hall
