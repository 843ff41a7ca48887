#pragma once

#include <hall/api/request/exchange.h>

#include <optional>

namespace starqueue::hall {

/// Parses the body of a command and makes its idempotency key: the caller's token, the requestId, and a hash
/// of method, path and body. Fills `exchange.body` and `exchange.key`.
[[nodiscard]] std::optional<Problem> readCommand(Exchange& exchange);

} // namespace starqueue::hall
