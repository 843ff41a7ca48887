#include <queue/steps/count_passes.h>

#include <queue/order/passes.h>
#include <queue/order/selection.h>

#include <utility>
#include <vector>

namespace starqueue::queue {

namespace {

/// Whose leaving may be taken back comes back with one pass less.
void takeBackKeptPass(State& state, TicketId ticket)
{
    const auto takeFrom = [ticket](Step& step) {
        if (step.ticket.id == ticket && step.passes > 0)
            --step.passes;
    };
    for (Step& step : state.steps.ofFloor)
        takeFrom(step);
    for (std::optional<Step>& step : state.steps.ofCounters)
        if (step)
            takeFrom(*step);
}

} // namespace

void joinLine(State& state, const Ticket& ticket)
{
    state.line.join(ticket);
    if (isDue(state, ticket))
        state.line.setDue(ticket, true);
}

void notePasses(State& state, CounterIx counter, const Ticket& called)
{
    std::vector<TicketId>& passed = state.counters.at(counter.value).passed;
    passed.clear();
    if (state.rules->mostPasses == 0)
        return;
    forEachPassed(state, counter, {called.counted, called.id}, [&](const Lane&, const Place& place) {
        if (mostPassesOf(state, *state.find(place.ticket)) > 0)
            passed.push_back(place.ticket);
    });
    for (const TicketId id : passed) {
        ++state.passes[id];
        const Ticket& ticket = *state.find(id);
        if (isDue(state, ticket))
            state.line.setDue(ticket, true);
    }
}

void takeBackPasses(State& state, CounterIx counter)
{
    for (const TicketId id : std::exchange(state.counters.at(counter.value).passed, {})) {
        const auto found = state.passes.find(id);
        if (found == state.passes.end()) { // it has left the room since
            takeBackKeptPass(state, id);
            continue;
        }
        if (--found->second == 0)
            state.passes.erase(found);
        const Ticket* ticket = state.find(id);
        if (ticket && ticket->state == TicketState::Waiting)
            state.line.setDue(*ticket, isDue(state, *ticket));
    }
}

} // namespace starqueue::queue
