#include <hall/service/calendar/business_day.h>

#include <algorithm>

namespace starqueue::hall {

namespace {

bool isInTheRoom(const queue::Ticket& ticket)
{
    using enum queue::TicketState;
    return ticket.state == Waiting || ticket.state == Parked || ticket.state == Called ||
           ticket.state == Serving;
}

} // namespace

Date businessDate(const time::HallZone& zone, Minutes starts, time::WallTime at)
{
    const time::LocalTime local = zone.local(at);
    const std::chrono::sys_days date{local.date};
    return Date{local.sinceMidnight < starts ? date - std::chrono::days{1} : date};
}

int changesOfDay(const settings::OpeningHours& opens, Date from, Date to)
{
    int changes = 0;
    for (std::chrono::sys_days day = std::chrono::sys_days{from} + std::chrono::days{1};
         day <= std::chrono::sys_days{to}; day += std::chrono::days{1})
        changes += opens.always || !spansOn(opens, Date{day}).empty() ? 1 : 0;
    return changes;
}

queue::Command dueCommand(const db::View& view, const time::HallZone& zone, Minutes starts,
                          const std::shared_ptr<const queue::Rules>& rules, const HoursOf& hoursOf,
                          bool isPlaced, bool carriesWaiting)
{
    const queue::State& state = view.state;
    const Date today = businessDate(zone, starts, view.wallNow());
    const bool newDay = !state.date || std::chrono::sys_days{today} > std::chrono::sys_days{*state.date};
    if (newDay && !isPlaced && std::ranges::any_of(state.tickets, isInTheRoom))
        return queue::Tick{};
    if (newDay && state.dayOpen && !carriesWaiting)
        return queue::CloseDay{};
    if (newDay)
        return queue::OpenDay{today, state.rules ? nullptr : rules, hoursOf(today, state.clock),
                              state.dayOpen && carriesWaiting};
    return queue::Tick{};
}

} // namespace starqueue::hall
