#pragma once

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

/// The command that is due: close yesterday, open today, or Tick.
[[nodiscard]] queue::Command dueCommand(const db::View& view, const time::HallZone& zone, Minutes starts,
                                        const std::shared_ptr<const queue::Rules>& rules,
                                        const HoursOf& hoursOf);

} // namespace starqueue::hall
