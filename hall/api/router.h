#pragma once

#include <hall/api/handlers/route.h>
#include <hall/http/turn.h>

#include <span>
#include <string_view>

namespace starqueue::hall {

/// All routes below /api/v1, in the order of hall/openapi.yaml.
[[nodiscard]] std::span<const Route> routes();

/// The commands on a counter or ticket that the table gives to `role`.
[[nodiscard]] queue::Actions actionsOf(Role role);

/// Finds the call, checks who asks and what the body holds, and hands it to its handler.
/// `path` is what follows /api/v1.
void route(Hall& hall, http::Request request, http::Reply reply, std::string_view path) REQUIRES(http::turn);

} // namespace starqueue::hall
