#include <hall/api/views/values.h>

#include <formats/json/json_object.h>
#include <hall/api/views/words.h>
#include <time/timestamp.h>

namespace starqueue::hall {

std::string textOf(const queue::Name& name)
{
    formats::JsonObject out;
    out.add("zh", name.zh);
    out.add("en", name.en);
    return out.take();
}

std::string textOf(const queue::Promise& promise)
{
    const bool known = promise.method != queue::PromiseMethod::Unknown;
    const auto quantile = [known](auto span) { return known ? std::optional{span.count()} : std::nullopt; };
    formats::JsonObject out;
    out.add("p10", quantile(promise.p10));
    out.add("p50", quantile(promise.p50));
    out.add("p90", quantile(promise.p90));
    out.add("method", word(promise.method));
    return out.take();
}

std::string textOf(queue::Actions actions)
{
    formats::JsonWriter out;
    out.beginArray();
    actions.forEach([&out](queue::Action action) { out.string(word(action)); });
    out.endArray();
    return out.take();
}

std::optional<std::string> shown(const db::View& view, const std::optional<Instant>& at)
{
    return at && *at != Instant{} ? std::optional{time::timestamp(view.wall(*at))} : std::nullopt;
}

} // namespace starqueue::hall
