#pragma once

#include <hall/api/request/exchange.h>

#include <optional>
#include <string_view>

namespace starqueue::hall {

/// Parses the body of a command, which may hold `fields` (see unknownField()), and makes its idempotency key:
/// the caller's token, the requestId, and a hash of method, path
/// and body without passwords. Fills `exchange.body` and
/// `exchange.key`.
[[nodiscard]] std::optional<Problem> readCommand(Exchange& exchange, std::string_view fields = {});

} // namespace starqueue::hall
