#pragma once

#include <hall/api/context/hall.h>

#include <nlohmann/json.hpp>

#include <string>

namespace starqueue::hall {

/// Carries out a command that concerns the whole hall, and answers with `render` and how to take it back.
///
/// With `?preview=true` it writes nothing and answers whom it concerns, with `asOf`. Where the body has an
/// `expect` that isn't the `asOf` of now, it is refused: others are concerned than in the preview.
void carryOutForAll(Hall& hall, const ExchangePtr& exchange, db::Intent intent,
                    std::function<formats::JsonObject(const db::View&)> render);

/// Those whom `command` concerns: counts and numbers by state, who will be unserved, which counters close.
[[nodiscard]] nlohmann::json concerned(const db::View& view, const queue::Command& command,
                                       const queue::Events& events);

} // namespace starqueue::hall
