#include <hall/service/business_day.h>

namespace starqueue::hall {

Date businessDate(const time::HallZone& zone, Minutes starts, time::WallTime at)
{
    const time::LocalTime local = zone.local(at);
    const std::chrono::sys_days date{local.date};
    return Date{local.sinceMidnight < starts ? date - std::chrono::days{1} : date};
}

queue::Command dueCommand(const db::View& view, const time::HallZone& zone, Minutes starts,
                          const std::shared_ptr<const queue::Rules>& rules, const HoursOf& hoursOf)
{
    const queue::State& state = view.state;
    const Date today = businessDate(zone, starts, view.wallNow());
    const bool newDay = !state.date || std::chrono::sys_days{today} > std::chrono::sys_days{*state.date};
    if (newDay && state.dayOpen)
        return queue::CloseDay{};
    if (newDay)
        return queue::OpenDay{today, state.rules ? nullptr : rules, hoursOf(today, state.clock)};
    return queue::Tick{};
}

} // namespace starqueue::hall
