#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace starqueue::hall {

/// What names an event for ever: "life-seq". Another life is another history, in which the same seq is
/// another event.
struct EventId
{
    std::string life; ///< empty: not said, as by faces from before there were lives
    std::uint64_t seq = 0;

    friend bool operator==(const EventId&, const EventId&) = default;
};

/// Empty: `text` is neither "life-seq" nor a seq.
[[nodiscard]] std::optional<EventId> eventIdIn(std::string_view text);
[[nodiscard]] std::string textOf(const EventId& id);

/// An id without a life is taken for one of this.
[[nodiscard]] inline bool isOfOtherLife(const EventId& id, std::string_view life)
{
    return !id.life.empty() && id.life != life;
}

} // namespace starqueue::hall
