#include <queue/state/counter_word.h>

namespace starqueue::queue {

std::string_view apiStateOf(const State& state, const Counter& counter)
{
    if (const Ticket* ticket = state.find(counter.ticket))
        return ticket->state == TicketState::Called ? "calling" : word(ticket->state);
    return word(counter.state);
}

std::string_view apiStateOf(const State& state, CounterIx counter)
{
    return apiStateOf(state, state.counters.at(counter.value));
}

} // namespace starqueue::queue
