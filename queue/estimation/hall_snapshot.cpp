#include <queue/estimation/hall_snapshot.h>

#include <queue/order/passes.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

std::vector<PassesLeft> passesLeftIn(const State& state)
{
    std::vector<PassesLeft> all;
    if (!state.rules || state.rules->mostPasses == 0)
        return all;
    for (const Lane& lane : state.line.lanes()) {
        lane.fromOldest([&](const Place& place) {
            const std::uint32_t most = mostPassesOf(state, *state.find(place.ticket));
            const std::uint32_t times = passesOf(state, place.ticket);
            if (most > 0)
                all.push_back({place.ticket, most - std::min(most, times)});
            return true;
        });
    }
    return all;
}

} // namespace

HallSnapshot hallSnapshot(const State& state, Instant now)
{
    HallSnapshot hall{now, state.rules,      state.line,  state.credits,
                      {},  state.lastTicket, state.hours, passesLeftIn(state)};
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state != CounterState::Open)
            continue;
        CounterSnapshot counter;
        counter.counter = CounterIx{i};
        if (const Ticket* ticket = state.ticketAt(CounterIx{i})) {
            counter.taken = true;
            counter.service = ticket->service;
            counter.tier = ticket->tier;
            counter.since = ticket->called;
        }
        hall.counters.push_back(counter);
    }
    return hall;
}

PresentHall presentHall(const HallSnapshot& hall, Date date, const time::LocalTime& local)
{
    const auto later = std::chrono::sys_days{local.date} - std::chrono::sys_days{date};
    PresentHall present{*hall.rules, date, local.sinceMidnight + later, hall.at, {}, hall.hours};
    for (const CounterSnapshot& counter : hall.counters)
        present.open.push_back(counter.counter);
    return present;
}

} // namespace starqueue::queue
