#pragma once

#include <hall/api/context/hall.h>

namespace starqueue::hall {

/// Which hall this is, and its time.
[[nodiscard]] nlohmann::json hallNow(const Hall& hall, const db::View& view) REQUIRES(db::writersThread);
/// The content of public screens: calls, waiting counts by service, messages. It contains nothing personal.
[[nodiscard]] nlohmann::json board(const Hall& hall, const db::View& view) REQUIRES(db::writersThread);

} // namespace starqueue::hall
