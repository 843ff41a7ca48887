#include <hall/api/events/event_id.h>

#include <charconv>

namespace starqueue::hall {

std::optional<EventId> eventIdIn(std::string_view text)
{
    const auto dash = text.rfind('-');
    EventId id;
    if (dash != text.npos) {
        id.life = text.substr(0, dash);
        text.remove_prefix(dash + 1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.seq);
    if (error != std::errc{} || end != text.data() + text.size() || dash == 0)
        return std::nullopt;
    return id;
}

std::string textOf(const EventId& id)
{
    const std::string seq = std::to_string(id.seq);
    return id.life.empty() ? seq : id.life + '-' + seq;
}

} // namespace starqueue::hall
