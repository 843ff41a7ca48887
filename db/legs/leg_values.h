#pragma once

#include <db/legs/leg_store.h>
#include <queue/events.h>
#include <queue/state/state.h>
#include <time/wall_time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>

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

/// The name of a ticket's tier.
[[nodiscard]] inline std::uint16_t tierIn(NameTable& names, const queue::State& state,
                                          const queue::Ticket& ticket)
{
    return names.place(std::to_string(state.rules->tiers.at(ticket.tier.value).stars));
}

/// Counter and its present clerk; none: the empty names.
inline void setCounter(auto& record, NameTable& names, const queue::State& state, queue::CounterIx counter)
{
    const bool known = counter.value < state.counters.size();
    record.counter = known ? names.place(state.rules->counters.at(counter.value).id) : std::uint16_t{0};
    record.clerk = known ? names.place(state.counters[counter.value].clerk) : std::uint16_t{0};
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
