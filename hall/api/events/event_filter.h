#pragma once

#include <hall/api/request/caller.h>

#include <db/journal/journal.h>

#include <queue/schema/audience.h>

#include <string>

namespace starqueue::hall {

/// Those who see the same events with the same fields. Kiosks differ by which kiosk they are.
struct Audience
{
    using Kind = queue::Audience;

    Kind kind = Kind::Display;
    std::string kiosk; ///< only for Kind::Kiosk

    friend auto operator<=>(const Audience&, const Audience&) = default;
};

[[nodiscard]] Audience audienceOf(const Caller& caller);

/// The event as this audience may see it, ready to be sent as one message of an event stream;
/// empty if it may not see it. Which fields that are stands at the event's type; they are copied as the
/// journal has them. `clock` tells the wall time at which it happened.
[[nodiscard]] std::string visibleTo(const Audience& audience, const db::Recorded& event,
                                    time::WallOffset clock);

} // namespace starqueue::hall
