#include <queue/service/checks.h>

#include <queue/steps/checks.h>

#include <algorithm>
#include <chrono>

namespace starqueue::queue {

tl::expected<const Ticket*, Refusal> needTicketToStart(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Called)
        return wrongState(state, **ticket, "started", "its service has begun already");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToFinish(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Serving)
        return wrongState(state, **ticket, "finished", "start its service first");
    return ticket;
}

tl::expected<const Ticket*, Refusal> needTicketToMarkNoShow(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (ticket && (*ticket)->state != TicketState::Called)
        return wrongState(state, **ticket, "a no-show", "its service has begun, finish it");
    return ticket;
}

Instant noShowFrom(const State& state, const Ticket& called)
{
    const Instant recalled = state.counters.at(called.counter.value).recalled;
    return std::max(called.called, recalled) + state.rules->noShowEarliest;
}

Decision needLongCalled(const State& state, const Ticket& called, Instant now)
{
    const Instant from = noShowFrom(state, called);
    if (now >= from)
        return {};
    const auto left = std::chrono::ceil<Seconds>(from - now);
    return tl::unexpected(Refusal{RefusalCode::TooEarly,
                                  std::string(word(called.state)),
                                  "Ticket " + numberOf(state, called) +
                                      " was called just now: give its customer the time to come, " +
                                      std::to_string(left.count()) + " s more.",
                                  {},
                                  from});
}

tl::expected<const Ticket*, Refusal> needTicketInService(const State& state, CounterIx counter)
{
    const auto ticket = needTicketAt(state, counter);
    if (!ticket)
        return ticket;
    if (const auto day = needOpenDay(state); !day)
        return tl::unexpected(day.error());
    return ticket;
}

} // namespace starqueue::queue
