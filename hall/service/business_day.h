#pragma once

#include <db/hall_zone.h>
#include <db/writer.h>

#include <queue/opening.h>
#include <queue/rules.h>

#include <functional>
#include <memory>

namespace starqueue::hall {

/// The business day that an instant belongs to: it changes at `starts` on the hall's clock, not at midnight.
[[nodiscard]] queue::Date businessDate(const db::HallZone& zone, queue::Minutes starts, queue::Instant at);

/// The opening hours around a date. Called on the writer's thread.
using HoursOf = std::function<queue::DayHoursPtr(queue::Date)>;

/// What the calendar asks for in this state: close yesterday, open today, or what is due by now (Tick).
[[nodiscard]] queue::Command dueCommand(const db::View& view, const db::HallZone& zone, queue::Minutes starts,
                                        const std::shared_ptr<const queue::Rules>& rules,
                                        const HoursOf& hoursOf);

} // namespace starqueue::hall
