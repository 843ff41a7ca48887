#include <hall/api/views/values.h>

#include <time/timestamp.h>

namespace starqueue::hall {

std::string textOf(queue::Actions actions)
{
    formats::JsonWriter out;
    out.beginArray();
    actions.forEach([&out](queue::Action action) { out.string(word(action)); });
    out.endArray();
    return out.take();
}

nlohmann::json toJson(queue::Actions actions)
{
    nlohmann::json words = nlohmann::json::array();
    actions.forEach([&words](queue::Action action) { words.push_back(word(action)); });
    return words;
}

std::optional<std::string> shown(const db::View& view, const std::optional<Instant>& at)
{
    return at && *at != Instant{} ? std::optional{time::timestamp(view.wall(*at))} : std::nullopt;
}

} // namespace starqueue::hall
