#pragma once

#include <hall/api/context/hall.h>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// Who sent a request: by its bearer token, or by the session cookie of the managers' pages (EventSource
/// can't send a header). A cookie counts for other methods than GET only when the request says that it
/// comes from our own pages (header X-StarQueue: 1, which a form on another site can't send).
[[nodiscard]] tl::expected<Caller, Problem> callerOf(Hall& hall, const http::Request& request);

/// POST /manage/session {token}: puts the token into a cookie that scripts can't read. DELETE: takes it away.
void openSession(Hall& hall, const http::Request& request, const http::Reply& reply);
void closeSession(const http::Reply& reply);

} // namespace starqueue::hall
