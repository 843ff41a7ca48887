#pragma once

#include <hall/api/context/hall.h>

namespace starqueue::hall {

/// The content of public screens: calls, waiting counts by service, messages. It contains nothing personal.
[[nodiscard]] nlohmann::json board(const Hall& hall, const db::View& view);

} // namespace starqueue::hall
