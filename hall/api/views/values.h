#pragma once

#include <formats/json/json_object.h>
#include <hall/api/views/words.h>

#include <db/writer/writer.h>

#include <queue/possible.h>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace starqueue::hall {

// Small values of the API, as JSON text and as trees for answers that are built of trees. Their fields stand
// once, in eachField().

void eachField(const queue::Name& name, auto&& field)
{
    field("zh", std::optional<std::string_view>{name.zh});
    field("en", std::optional<std::string_view>{name.en});
}

/// Quantiles in whole seconds; null where nobody can know the wait.
void eachField(const queue::Promise& promise, auto&& field)
{
    const bool known = promise.method != queue::PromiseMethod::Unknown;
    const auto quantile = [known](auto span) { return known ? std::optional{span.count()} : std::nullopt; };
    field("p10", quantile(promise.p10));
    field("p50", quantile(promise.p50));
    field("p90", quantile(promise.p90));
    field("method", std::optional{word(promise.method)});
}

template <class T> [[nodiscard]] std::string textOf(const T& value)
{
    constexpr std::size_t kUsualBytes = 100;
    formats::JsonObject out(kUsualBytes);
    eachField(value, [&out](std::string_view name, const auto& field) { out.add(name, field); });
    return out.take();
}

template <class T> [[nodiscard]] nlohmann::json toJson(const T& value)
{
    nlohmann::json out;
    eachField(value, [&out](const char* name, const auto& field) {
        out[name] = field ? nlohmann::json(*field) : nlohmann::json(nullptr);
    });
    return out;
}

/// `["next","pause"]`
[[nodiscard]] std::string textOf(queue::Actions actions);
[[nodiscard]] nlohmann::json toJson(queue::Actions actions);
/// When people saw it on the clock; empty for an instant that never was.
[[nodiscard]] std::optional<std::string> shown(const db::View& view, const std::optional<Instant>& at);

} // namespace starqueue::hall
