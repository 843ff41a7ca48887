#pragma once

#include <hall/settings/hall_settings.h>

#include <optional>
#include <string>

namespace starqueue::hall {

/// Dates [`from`, `to`).
struct DateSpan
{
    Date from;
    Date to;
};

/// The answer to GET /calendar: the weekly hours, the dates of `asked`, how many of them are worked, and the
/// year that has no public days yet. Without `asked` the dates that aren't what their weekday says, from
/// `today` on.
[[nodiscard]] std::string calendarText(const settings::HallSettings& settings, Date today,
                                       const std::optional<DateSpan>& asked = {});

} // namespace starqueue::hall
