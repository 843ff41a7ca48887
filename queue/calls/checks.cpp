#include <queue/calls/checks.h>

#include <queue/rules/eligibility.h>
#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::uint8_t kMostRecalls = 99;

} // namespace

Decision needCallable(const State& state, const Ticket& ticket)
{
    if (ticket.state != TicketState::Waiting && ticket.state != TicketState::NoShow)
        return wrongState(state, ticket, "called", "only who waits or did not show up can");
    return ticket.claim == Claim::Duplicate ? Decision{}
                                            : needSoleTicket(state, ticket.customerRef, ticket.id);
}

Decision needParkedFor(const State& state, CounterIx counter, const Ticket& ticket)
{
    if (ticket.state != TicketState::Parked)
        return wrongState(state, ticket, "taken back", "only a parked ticket can");
    if (ticket.parkedAt == counter)
        return {};
    const bool homeIsThere = ticket.parkedAt.value < state.counters.size() &&
                             state.counters[ticket.parkedAt.value].state == CounterState::Open;
    if (homeIsThere)
        return refuse(RefusalCode::NotEligible, "parked",
                      "Ticket " + numberOf(state, ticket) + " is parked at " +
                          nameOf(state, ticket.parkedAt) + ", which is open: take it back there.");
    if (!closenessAt(*state.rules, counter, ticket.service, ticket.tier))
        return refuse(RefusalCode::NotEligible, "parked",
                      "Ticket " + numberOf(state, ticket) + " is of a service or tier that " +
                          nameOf(state, counter) + " doesn't serve: take it back at another one.");
    return {};
}

std::optional<int> recallsLeft(const State& state, const Ticket& ticket)
{
    const int most = state.rules->noShowAfterRecalls;
    if (most == 0 || ticket.state != TicketState::Called)
        return {};
    return std::max(0, most - ticket.recalls);
}

tl::expected<const Ticket*, Refusal> needTicketToRecall(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (!ticket)
        return ticket;
    if ((*ticket)->state != TicketState::Called)
        return wrongState(state, **ticket, "called again", "its service has begun");
    if (recallsLeft(state, **ticket) != 0 && (*ticket)->recalls >= kMostRecalls)
        return refuse(RefusalCode::LimitReached, "called",
                      "Ticket " + numberOf(state, **ticket) + " was called again " +
                          std::to_string(kMostRecalls) + " times: mark it as a no-show.");
    return ticket;
}

} // namespace starqueue::queue
