#pragma once

#include <hall/settings/opening_hours.h>

#include <db/writer/writer.h>
#include <time/hall_zone.h>

#include <queue/rules/opening.h>
#include <queue/rules/rules.h>

#include <functional>
#include <memory>

namespace starqueue::hall {

/// The business day of an instant: it changes at `starts` local time, not at midnight.
[[nodiscard]] Date businessDate(const time::HallZone& zone, Minutes starts, time::WallTime at);

/// The opening hours around a date, in the elapsed time of `clock`. Called on the writer's thread.
using HoursOf = std::function<queue::DayHoursPtr(Date, time::WallOffset clock)>;

/// The changes of day between two dates, without those to a date that is closed by `opens`.
[[nodiscard]] int changesOfDay(const settings::OpeningHours& opens, Date from, Date to);

/// The command that is due: close yesterday, open today, or Tick. Where the time isn't known (`isPlaced` is
/// false) the day stays while anybody is in the room. With `carriesWaiting` yesterday goes over into today.
[[nodiscard]] queue::Command dueCommand(const db::View& view, const time::HallZone& zone, Minutes starts,
                                        const std::shared_ptr<const queue::Rules>& rules,
                                        const HoursOf& hoursOf, bool isPlaced = true,
                                        bool carriesWaiting = false);

} // namespace starqueue::hall
