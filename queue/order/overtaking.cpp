#include <queue/order/overtaking.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

Standing standingIn(const Rules& rules, const Ticket& ticket)
{
    return {ticket.service, tierOf(rules, ticket), ticket.statutory};
}

} // namespace

Millis boundSinceIssue(const State& state, CounterIx counter, const Ticket& passed, const Ticket& called)
{
    const Rules& rules = *state.rules;
    Millis largest = overtakingBound(rules, counter, standingIn(rules, passed), standingIn(rules, called));
    for (const PastRules& past : state.pastRules) {
        const bool known = counter.value < past.rules->counters.size();
        if (past.until <= passed.issued || !known)
            continue;
        largest = std::max(largest, overtakingBound(*past.rules, counter, standingIn(*past.rules, passed),
                                                    standingIn(*past.rules, called)));
    }
    return largest;
}

} // namespace starqueue::queue
