#include <queue/decide.h>

#include <queue/later_acts.h>
#include <queue/order/selection.h>

namespace starqueue::queue {

Decision decide(const State& state, const Command& command, Instant now, Events& events)
{
    return std::visit([&](const auto& each) { return decide(state, each, now, events); }, command);
}

void apply(State& state, const Event& event, Instant at)
{
    noteDependence(state, event, at);
    std::visit([&](const auto& each) { apply(state, each, at); }, event);
}

std::optional<std::pair<TicketId, Why>> preview(const State& state, CounterIx counter, Instant now)
{
    if (!state.rules || counter.value >= state.counters.size())
        return std::nullopt;
    const auto choice = select(state, counter, now);
    if (!choice)
        return std::nullopt;
    return std::pair(choice->place.ticket, explain(state, counter, *choice, now));
}

} // namespace starqueue::queue
