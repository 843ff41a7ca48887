#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

Decision needOpenDay(const State& state)
{
    if (state.dayOpen)
        return {};
    return refuse(RefusalCode::DayClosed, "closed", "The business day is closed: open a day first.");
}

Decision needCounter(const State& state, CounterIx counter)
{
    if (!state.rules)
        return needOpenDay(state);
    if (counter.value < state.rules->counters.size())
        return {};
    return refuse(RefusalCode::UnknownCounter, "",
                  "There is no such counter: see the configuration for its id.");
}

Decision needService(const State& state, ServiceIx service)
{
    if (!state.rules)
        return needOpenDay(state);
    if (service.value < state.rules->services.size())
        return {};
    return refuse(RefusalCode::UnknownService, "",
                  "There is no such service: see the configuration for its id.");
}

Decision needOpenService(const State& state, ServiceIx service)
{
    if (const auto known = needService(state, service); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (state.serviceOpen(service))
        return {};
    const ServiceRule& rule = state.rules->services[service.value];
    return refuse(RefusalCode::ServiceClosed, rule.retired ? "retired" : "closed",
                  "Service " + rule.id + " takes no tickets now: open it, or choose another.");
}

Decision needTarget(const State& state, const Ticket& ticket, ServiceIx service)
{
    if (const auto open = needOpenService(state, service); !open)
        return open;
    if (ticket.service != service)
        return {};
    return refuse(RefusalCode::TicketState, word(ticket.state),
                  "Ticket " + numberOf(state, ticket) + " is for that service already: choose another.");
}

Decision needCounterNotClosed(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return known;
    if (state.counters[counter.value].state != CounterState::Closed)
        return {};
    return refuse(RefusalCode::CounterClosed, "closed",
                  "This needs an open counter and " + nameOf(state, counter) + " is closed: open it first.");
}

Decision needFreeCounter(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return known;
    if (const auto day = needOpenDay(state); !day)
        return day;
    if (const auto open = needCounterNotClosed(state, counter); !open)
        return open;
    if (const Ticket* ticket = state.ticketAt(counter)) {
        return refuse(RefusalCode::CounterBusy, apiStateOf(state, counter),
                      "At " + nameOf(state, counter) + " ticket " + numberOf(state, *ticket) + " is " +
                          std::string(word(ticket->state)) + ": finish with it before the next one.");
    }
    if (state.counters[counter.value].state == CounterState::Paused)
        return refuse(RefusalCode::CounterPaused, "paused",
                      "A paused counter calls nobody and " + nameOf(state, counter) +
                          " is paused: resume it first.");
    if (state.rules->counters[counter.value].retired)
        return refuse(RefusalCode::CounterClosed, "retired",
                      "The configuration no longer has " + nameOf(state, counter) + ": close it.");
    return {};
}

tl::expected<const Ticket*, Refusal> needTicket(const State& state, TicketId ticket)
{
    if (const Ticket* found = state.find(ticket))
        return found;
    return refuse(RefusalCode::UnknownTicket, "",
                  "There is no ticket " + std::to_string(ticket.value) + " today: look up its id.");
}

tl::expected<const Ticket*, Refusal> needTicketAt(const State& state, CounterIx counter)
{
    if (const auto known = needCounter(state, counter); !known)
        return tl::unexpected(known.error());
    if (const Ticket* ticket = state.ticketAt(counter))
        return ticket;
    if (const auto open = needCounterNotClosed(state, counter); !open)
        return tl::unexpected(open.error());
    return refuse(RefusalCode::CounterIdle, apiStateOf(state, counter),
                  "This needs a ticket and none is called or in service at " + nameOf(state, counter) +
                      ": call the next one first.");
}

tl::unexpected<Refusal> wrongState(const State& state, const Ticket& ticket, std::string_view step,
                                   std::string_view advice)
{
    std::string detail = "Ticket " + numberOf(state, ticket) + " is " + std::string(word(ticket.state)) +
                         " and can't be " + std::string(step) + ": " + std::string(advice) + ".";
    return refuse(RefusalCode::TicketState, word(ticket.state), std::move(detail));
}

const Ticket* holderOf(const State& state, const Bits128& customer, TicketId own)
{
    if (isNobody(customer))
        return nullptr;
    auto found = state.customers.lower_bound({customer, TicketId{}});
    for (; found != state.customers.end() && found->first == customer; ++found) {
        const Ticket* const ticket = state.find(found->second);
        if (ticket->id != own && ticket->claim != Claim::Duplicate)
            return ticket;
    }
    return nullptr;
}

Decision needSoleTicket(const State& state, const Bits128& customer, TicketId own)
{
    const Ticket* const other = holderOf(state, customer, own);
    if (!other)
        return {};
    return refuse(RefusalCode::AlreadyWaiting, word(other->state),
                  "This customer has ticket " + numberOf(state, *other) +
                      " already: cancel it first, or use it.");
}

} // namespace starqueue::queue
