#pragma once

#include <db/codec/event_sight.h>

#include <queue/events.h>
#include <queue/state/state.h>

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace starqueue::db {

/// "ticket_called", as the contract names it.
[[nodiscard]] std::string_view eventName(const queue::Event& event);

/// `event` as one JSON object; `after` is the state that it has led to (it knows the names of places and the
/// numbers of tickets). Holds nothing personal but the random customerRef.
[[nodiscard]] std::string encodeEvent(const queue::Event& event, const queue::State& after);

/// An event as it is stored, with who may see which part.
struct EncodedEvent
{
    std::string payload;
    EventSight sight;
};

/// As encodeEvent(), with who may see which part: noted while it is written.
[[nodiscard]] EncodedEvent encodeWithSight(const queue::Event& event, const queue::State& after);

/// Whether decodeEvent() will read again each instant and date that encodeEvent() writes of the event.
[[nodiscard]] bool hasReadableTimes(const queue::Event& event);

/// The event again. `rules` are those in force before it; null before the first rules. The error says
/// which field doesn't fit, or that a newer program wrote the line, and what to do.
[[nodiscard]] tl::expected<queue::Event, std::string>
decodeEvent(std::string_view name, std::string_view payload, const queue::Rules* rules);

} // namespace starqueue::db
