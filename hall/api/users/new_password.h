#pragma once

#include <hall/api/request/problem.h>

#include <optional>
#include <string>

namespace starqueue::hall {

/// Why a user of that name can't choose a password that is well formed: 400 known_password, or 503 where this
/// machine has no dictionary to look it up in. Takes up to 50 ms: not on an HTTP thread.
[[nodiscard]] std::optional<Problem> whyKnownPassword(const std::string& name, const std::string& password);

} // namespace starqueue::hall
