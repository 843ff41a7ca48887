#pragma once

#include <hall/api/request/caller.h>

#include <db/journal/journal.h>
#include <db/reasons/visit_reasons.h>

#include <queue/schema/audience.h>

#include <string>
#include <string_view>

namespace starqueue::hall {

/// Those who see the same events with the same fields. Kiosks differ by which kiosk they are.
struct Subscriber
{
    using Kind = queue::Audience;

    Kind kind = Kind::Display;
    std::string kiosk; ///< only for Kind::Kiosk

    friend auto operator<=>(const Subscriber&, const Subscriber&) = default;
};

/// What the hall adds to an event: of which life it is, and the wall time at which it happened.
struct ToldBy
{
    time::WallOffset clock{};
    std::string_view life{};
    /// Why somebody has a statutory priority, as long as it is known; null: nobody knows.
    const db::VisitReasons* reasons = nullptr;
};

[[nodiscard]] Subscriber subscriberOf(const Caller& caller);

/// The event as this subscriber may see it, ready to be sent as one message of an event stream;
/// empty if it may not see it. Which fields that are stands at the event's type; they are copied as the
/// journal has them, but for a priority's reason, which it hasn't.
[[nodiscard]] std::string visibleTo(const Subscriber& subscriber, const db::Recorded& event,
                                    const ToldBy& hall);

} // namespace starqueue::hall
