#pragma once

#include <hall/api/context/hall.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// A device with what its bridge last said of it beside its state.
[[nodiscard]] nlohmann::json deviceJson(const Hall& hall, const db::View& view, const queue::Device& device)
    REQUIRES(db::writersThread);
/// Null: no bridge has reported it.
[[nodiscard]] nlohmann::json deviceNow(const Hall& hall, const db::View& view, const std::string& id)
    REQUIRES(db::writersThread);

} // namespace starqueue::hall
