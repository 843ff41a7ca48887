#pragma once

#include <hall/settings/hall_settings.h>

#include <time/hall_zone.h>

#include <queue/rules/opening.h>

namespace starqueue::hall {

/// Computes the instants of elapsed time of hall.toml's opening hours: the open times from the day before
/// `date` until the first that begins after its business day; and by when a case of that date is due.
///
/// Adjacent spans (until 24:00, from 00:00) are merged, so that the last ticket is before the real closing.
/// Daylight saving: a local time that occurs twice is the first one; one that is skipped is moved forward by
/// the skip (see time::HallZone), and a span that is skipped wholly is dropped.
[[nodiscard]] queue::DayHours dayHours(const settings::HallSettings& settings, const time::HallZone& zone,
                                       Date date, time::WallOffset clock);

/// The hours of that date while nobody knows the time: always open.
[[nodiscard]] queue::DayHours hoursInDoubt(const settings::HallSettings& settings, const time::HallZone& zone,
                                           Date date, time::WallOffset clock);

} // namespace starqueue::hall
