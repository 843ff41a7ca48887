#pragma once

#include <hall/api/context/hall.h>

#include <optional>
#include <string>

namespace starqueue::hall {

/// Why `user`, whose password was right, isn't let in with `code` (empty: none was given) at `now` of the
/// hall's clock; empty: they are. Uses the code up and writes it down: not on an HTTP thread.
[[nodiscard]] std::optional<Problem> whySecondFactorRefused(Hall& hall, const db::User& user,
                                                            const std::string& code, time::WallTime now);

} // namespace starqueue::hall
