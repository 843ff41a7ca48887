#pragma once

#include <queue/schema/audience.h>

#include <string_view>
#include <vector>

namespace starqueue::db {

/// A field of an event as API clients see it.
struct FieldSchema
{
    std::string_view name;
    queue::Audiences to;                 ///< those of the event's audiences that may see it
    std::string_view type;               ///< as JSON Schema names it, null set aside: "string"
    std::vector<std::string_view> words; ///< of an enum, in its order, null set aside
};

/// What all events of one name consist of, as their types describe it.
struct EventSchema
{
    std::string_view name;
    queue::Audiences seenBy;
    bool ofOneKiosk = false; ///< kiosks hear of their own alone
    std::vector<FieldSchema> fields;
};

/// Each name once.
[[nodiscard]] const std::vector<EventSchema>& eventSchemas();

} // namespace starqueue::db
