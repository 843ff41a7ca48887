#pragma once

#include <formats/json/json_object.h>
#include <hall/api/context/hall.h>

#include <string>

namespace starqueue::hall {

/// Which hall this is, and its time; more may be added.
[[nodiscard]] formats::JsonObject hallNow(const Hall& hall, const db::View& view) REQUIRES(db::writersThread);
/// The content of public screens as JSON: calls, waiting counts by service, messages. It contains nothing
/// personal but, to staff, who works at which counter.
[[nodiscard]] std::string board(const Hall& hall, const db::View& view, const Caller& caller)
    REQUIRES(db::writersThread);

} // namespace starqueue::hall
