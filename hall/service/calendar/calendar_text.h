#pragma once

#include <hall/settings/hall_settings.h>

#include <string>

namespace starqueue::hall {

/// The answer to GET /calendar: the weekly hours, the dates that aren't what their weekday says, from `today`
/// on, and the year that has no public days yet.
[[nodiscard]] std::string calendarText(const settings::HallSettings& settings, Date today);

} // namespace starqueue::hall
