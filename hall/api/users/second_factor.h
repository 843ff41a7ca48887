#pragma once

#include <hall/api/context/hall.h>

#include <optional>
#include <string>

namespace starqueue::hall {

/// Why `user`, whose password was right, isn't let in with `code` (empty: none was given) at `now` of the
/// hall's clock; empty: they are. Uses the code up and writes it down: not on an HTTP thread. `request`: see
/// requestOf(); asked again within two minutes, it may bring the code that it has used.
[[nodiscard]] std::optional<Problem> whySecondFactorRefused(Hall& hall, const db::User& user,
                                                            const std::string& code,
                                                            const std::string& request, time::WallTime now);

} // namespace starqueue::hall
