#pragma once

#include <queue/schema/audience.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace starqueue::db {

/// Where a field, `"name":value`, stands in a payload, and who may see it.
struct SeenField
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    queue::Audiences to;

    friend bool operator==(const SeenField&, const SeenField&) = default;
};

[[nodiscard]] constexpr SeenField seenField(std::size_t begin, std::size_t end, queue::Audiences to)
{
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), to};
}

/// Which parts of one event's payload API clients may see.
struct EventSight
{
    queue::Audiences seenBy;       ///< others don't hear of it at all
    bool ofOneKiosk = false;       ///< other kiosks than the one in its field "kiosk" don't either
    std::vector<SeenField> fields; ///< in the order of the text; the rest is hidden

    friend bool operator==(const EventSight&, const EventSight&) = default;
};

/// The sight of a line of the journal, in one pass over its text; the same as was noted when it was written.
/// Empty: there is no such event, or the text isn't an object as PayloadWriter writes it.
[[nodiscard]] std::optional<EventSight> sightOf(std::string_view name, std::string_view payload);

} // namespace starqueue::db
