#pragma once

#include <hall/api/context/hall.h>

namespace starqueue::hall {

/// What hangs on the wall: who is called where, how many wait for what, messages. Nothing in it differs by
/// person.
[[nodiscard]] nlohmann::json board(const Hall& hall, const db::View& view);

} // namespace starqueue::hall
