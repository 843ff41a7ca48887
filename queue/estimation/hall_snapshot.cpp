#include <queue/estimation/hall_snapshot.h>

namespace starqueue::queue {

HallSnapshot hallSnapshot(const State& state, Instant now)
{
    HallSnapshot hall{now, state.rules, state.line, state.credits, {}, state.lastTicket};
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

} // namespace starqueue::queue
