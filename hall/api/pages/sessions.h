#pragma once

#include <hall/api/context/hall.h>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// Authenticates a request by its bearer token, or by the session cookie of the managers' pages (EventSource
/// can't send a header). Against cross-site request forgery a cookie counts for methods other than GET only
/// with the header X-StarQueue: 1, which a form on another site can't send.
[[nodiscard]] tl::expected<Caller, Problem> callerOf(Hall& hall, const http::Request& request);

/// POST /manage/session {token}: sets the token as an HttpOnly cookie. DELETE: clears it.
void openSession(Hall& hall, const http::Request& request, const http::Reply& reply);
void closeSession(const http::Reply& reply);

} // namespace starqueue::hall
