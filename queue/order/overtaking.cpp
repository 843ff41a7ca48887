#include <queue/order/overtaking.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// In rules of another time the same group may have another index, or be unknown.
GroupIx groupIn(const Rules& rules, const Ticket& ticket, const Rules& now)
{
    if (ticket.statutory == kNoGroup || &rules == &now)
        return ticket.statutory;
    return findGroup(rules, now.groups.at(ticket.statutory.value).id).value_or(kNoGroup);
}

Standing standingIn(const Rules& rules, const Ticket& ticket, const Rules& now)
{
    return {ticket.service, tierOf(rules, ticket), groupIn(rules, ticket, now)};
}

bool isInTheRoom(const Ticket& ticket)
{
    using enum TicketState;
    return ticket.state != Finished && ticket.state != Cancelled && ticket.state != Unserved;
}

} // namespace

Millis boundSinceIssue(const State& state, CounterIx counter, const Ticket& passed, const Ticket& called)
{
    const Rules& rules = *state.rules;
    const auto boundIn = [&](const Rules& of) {
        return overtakingBound(of, counter, standingIn(of, passed, rules), standingIn(of, called, rules));
    };
    Millis largest = boundIn(rules);
    for (const PastRules& past : state.pastRules) {
        const bool known = counter.value < past.rules->counters.size();
        if (past.until <= passed.issued || !known)
            continue;
        largest = std::max(largest, boundIn(*past.rules));
    }
    return largest;
}

Rules rulesInTheRoom(const State& state)
{
    Rules rules = *state.rules;
    if (std::ranges::none_of(rules.groups, &StatutoryGroup::retired))
        return rules;
    for (const Ticket& ticket : state.tickets) {
        if (ticket.statutory != kNoGroup && isInTheRoom(ticket))
            rules.groups.at(ticket.statutory.value).retired = false;
    }
    return rules;
}

} // namespace starqueue::queue
