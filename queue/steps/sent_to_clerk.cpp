#include <queue/steps/sent_to_clerk.h>

#include <queue/steps/changes.h>

namespace starqueue::queue {

namespace {

void bindTo(State& state, Ticket& ticket, CounterIx counter)
{
    if (ticket.boundTo != counter)
        changeInLine(state, ticket, [counter](Ticket& t) { t.boundTo = counter; });
}

} // namespace

CounterIx counterHeldBy(const State& state, const std::string& clerk)
{
    for (std::uint16_t i = 0; i < state.counters.size(); ++i) {
        if (state.counters[i].state != CounterState::Closed && state.counters[i].clerk == clerk)
            return CounterIx{i};
    }
    return kNoCounter;
}

void sendToClerk(State& state, const Ticket& ticket, const std::string& clerk)
{
    if (clerk.empty())
        state.boundClerks.erase(ticket.id);
    else
        state.boundClerks[ticket.id] = clerk;
}

void followClerk(State& state, Ticket& ticket)
{
    if (const auto sent = state.boundClerks.find(ticket.id); sent != state.boundClerks.end())
        bindTo(state, ticket, counterHeldBy(state, sent->second));
}

void followClerks(State& state)
{
    for (const auto& [id, clerk] : state.boundClerks) {
        if (const Ticket* const known = state.find(id)) // an endless day may have forgotten it
            bindTo(state, ticketIn(state, known->id), counterHeldBy(state, clerk));
    }
}

} // namespace starqueue::queue
