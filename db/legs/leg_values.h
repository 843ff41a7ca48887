#pragma once

#include <queue/events.h>
#include <time/wall_time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>

// Values as they stand in legs, calls and visits.
namespace starqueue::db {

/// Since 1970.
[[nodiscard]] inline std::uint32_t secondsOf(time::WallTime at)
{
    return static_cast<std::uint32_t>(
        std::chrono::floor<std::chrono::seconds>(at.utc).time_since_epoch().count());
}

/// Since 1970.
[[nodiscard]] inline std::uint16_t dayNumber(Date date)
{
    return static_cast<std::uint16_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

/// The largest value means "none".
[[nodiscard]] inline std::uint32_t millis32(Millis span)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(span.count(), 0, 0xFFFFFFFE));
}

/// The ticket that an event is about; 0: none.
[[nodiscard]] inline queue::TicketId ticketOf(const queue::Event& event)
{
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { queue::TicketId{one.ticket}; })
                return one.ticket;
            else
                return queue::TicketId{};
        },
        event);
}

} // namespace starqueue::db
