#pragma once

#include <hall/api/request/caller.h>

#include <db/journal/journal.h>

#include <string>

namespace starqueue::hall {

/// Those who see the same events with the same fields. Kiosks differ by which kiosk they are.
struct Audience
{
    enum class Kind { Display, Kiosk, Bridge, Technician, Staff };

    Kind kind = Kind::Display;
    std::string kiosk; ///< only for Kind::Kiosk

    friend auto operator<=>(const Audience&, const Audience&) = default;
};

[[nodiscard]] Audience audienceOf(const Caller& caller);

/// The event as this audience may see it, ready to be sent as one message of an event stream;
/// empty if it may not see it. Fields are let through by name, so that a new one is hidden until it is
/// allowed.
[[nodiscard]] std::string visibleTo(const Audience& audience, const db::Recorded& event);

} // namespace starqueue::hall
