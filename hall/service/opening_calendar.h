#pragma once

#include <hall/settings/hall_settings.h>

#include <time/hall_zone.h>

#include <queue/rules/opening.h>

namespace starqueue::hall {

/// The opening hours of hall.toml as the rules take them: the open times from the day before `date` to the
/// first that begins after its business day, in instants.
///
/// Stretches that touch (until 24:00, from 00:00) are one, so that the last ticket comes before the true
/// closing. A time that the clock shows twice is its first; one that it skips is as much later as was
/// skipped (see time::HallZone), and a stretch that the skip swallows whole does not occur.
[[nodiscard]] queue::DayHours dayHours(const settings::HallSettings& settings, const time::HallZone& zone,
                                       Date date);

} // namespace starqueue::hall
