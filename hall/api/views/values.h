#pragma once

#include <db/writer/writer.h>

#include <queue/possible.h>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace starqueue::hall {

// Small values of the API as JSON text, and as trees for answers that are built of trees.

[[nodiscard]] std::string textOf(const queue::Name& name);
/// Quantiles in whole seconds; null where nobody can know the wait.
[[nodiscard]] std::string textOf(const queue::Promise& promise);
/// `["next","pause"]`
[[nodiscard]] std::string textOf(queue::Actions actions);
/// When people saw it on the clock; empty for an instant that never was.
[[nodiscard]] std::optional<std::string> shown(const db::View& view, const std::optional<Instant>& at);

[[nodiscard]] nlohmann::json toJson(const auto& value) requires requires
{
    textOf(value);
}
{
    return nlohmann::json::parse(textOf(value));
}

} // namespace starqueue::hall
