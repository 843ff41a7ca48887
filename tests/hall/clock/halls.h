#pragma once

#include <hall/clock/random.h>

#include <hall/settings/hall_settings.h>
#include <time/hall_zone.h>

namespace starqueue::hall::test {

/// One of a few halls: always open, or with hours and holidays; by battery or by network.
[[nodiscard]] const settings::HallSettings& anySettings(Random& random);
/// One of six zones, four with daylight saving time.
[[nodiscard]] const time::HallZone& anyZone(Random& random);
/// An instant from 2026 to 2040, often near a change of daylight saving time, a leap day or a new year.
[[nodiscard]] Instant anyBeginning(Random& random);

} // namespace starqueue::hall::test
