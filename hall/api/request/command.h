#pragma once

#include <hall/api/request/exchange.h>

#include <optional>

namespace starqueue::hall {

/// Reads the body of a command and what makes it the same command when it comes again: requestId, and a hash
/// of method, path and body. Fills `exchange.body` and `exchange.key`, whose token is the caller's.
[[nodiscard]] std::optional<Problem> readCommand(Exchange& exchange);

} // namespace starqueue::hall
