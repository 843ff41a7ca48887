#pragma once

#include <queue/schema/words.h>
#include <time/instant.h>

#include <chrono>
#include <cstdint>
#include <functional>

namespace starqueue::queue {

/// What a date is to customers and opening hours: a weekday, which needn't be its own (a Saturday that is
/// worked like a Friday), or a public holiday.
enum class DayKind : std::uint8_t { Mon, Tue, Wed, Thu, Fri, Sat, Sun, Holiday };
consteval auto spelling(DayKind)
{
    return spelled<DayKind>({{DayKind::Mon, "mon"},
                             {DayKind::Tue, "tue"},
                             {DayKind::Wed, "wed"},
                             {DayKind::Thu, "thu"},
                             {DayKind::Fri, "fri"},
                             {DayKind::Sat, "sat"},
                             {DayKind::Sun, "sun"},
                             {DayKind::Holiday, "holidays"}});
}

/// The date's own weekday.
[[nodiscard]] inline DayKind weekdayOf(Date date)
{
    return static_cast<DayKind>(std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding() - 1);
}

using DayKinds = std::function<DayKind(Date)>;

} // namespace starqueue::queue
