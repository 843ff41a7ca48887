#pragma once

#include <hall/api/context/hall.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// Where a ticket stands, for its phone: what a stranger who finds it may know too, and nothing about the
/// person.
[[nodiscard]] nlohmann::json placeOf(const Hall& hall, const Caller& phone, const db::View& view,
                                     const queue::Ticket& ticket);

/// What the page makes of a place, which shows waits in whole minutes: another one must be shown anew.
[[nodiscard]] std::string shownOf(const nlohmann::json& place);

} // namespace starqueue::hall
