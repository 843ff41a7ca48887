#pragma once

#include <hall/api/context/hall.h>

#include <functional>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// Authenticates a request by its bearer token, or by the session cookie of the managers' pages (EventSource
/// can't send a header). Against cross-site request forgery a cookie counts for methods other than GET only
/// from a page of this hall: else 403 wrong_origin.
[[nodiscard]] tl::expected<Caller, Problem> callerOf(Hall& hall, const http::Request& request);

/// Ends the earlier secrets of renewed tokens whose time is over, which the security log tells. To be called
/// now and then; both must outlive the service's last work.
void endEarlierSecrets(db::TokenStore& tokens, SecurityWatch& security);

/// Asks whether the caller's token or session, and what it may do, is still the one with which `exchange`
/// came. Any thread; without using the session.
[[nodiscard]] std::function<bool()> stillHolds(Hall& hall, const Exchange& exchange);

} // namespace starqueue::hall
