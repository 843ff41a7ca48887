#include <queue/order/passes.h>

#include <algorithm>

namespace starqueue::queue {

bool inTurn(const Why& why)
{
    return why.rule != WhyRule::OutOfTurn && why.rule != WhyRule::Parked;
}

std::uint32_t mostPassesOf(const State& state, const Ticket& ticket)
{
    std::uint32_t most = state.rules->mostPasses;
    for (const PastRules& past : state.pastRules) {
        if (past.until <= ticket.issued)
            continue;
        if (past.rules->mostPasses == 0)
            return 0;
        most = std::max<std::uint32_t>(most, past.rules->mostPasses);
    }
    return state.rules->mostPasses == 0 ? 0 : most;
}

std::uint32_t passesOf(const State& state, TicketId ticket)
{
    const auto found = state.passes.find(ticket);
    return found == state.passes.end() ? 0 : found->second;
}

bool isDue(const State& state, const Ticket& ticket)
{
    const std::uint32_t most = mostPassesOf(state, ticket);
    return most > 0 && passesOf(state, ticket.id) >= most;
}

} // namespace starqueue::queue
