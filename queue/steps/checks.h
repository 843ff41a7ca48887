#pragma once

#include <queue/model/decision.h>
#include <queue/state/counter_word.h>
#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

// Shared by the decide() functions. Private to queue/.

[[nodiscard]] inline tl::unexpected<Refusal> refuse(RefusalCode code, std::string_view state,
                                                    std::string detail)
{
    return tl::unexpected(Refusal{code, std::string(state), std::move(detail)});
}

/// "A012".
[[nodiscard]] inline std::string numberOf(const State& state, const Ticket& ticket)
{
    return state.numberOf(ticket);
}

/// "counter 3".
[[nodiscard]] inline std::string nameOf(const State& state, CounterIx counter)
{
    return "counter " + state.rules->counters.at(counter.value).id;
}

[[nodiscard]] Decision needOpenDay(const State& state);
/// Refuses if the counter isn't in the rules; a retired one is.
[[nodiscard]] Decision needCounter(const State& state, CounterIx counter);
[[nodiscard]] Decision needService(const State& state, ServiceIx service);
/// Refuses unless `service` takes tickets now and isn't the one that `ticket` already waits for.
[[nodiscard]] Decision needTarget(const State& state, const Ticket& ticket, ServiceIx service);
[[nodiscard]] Decision needOpenService(const State& state, ServiceIx service);
/// Refuses unless the counter is open or paused.
[[nodiscard]] Decision needCounterNotClosed(const State& state, CounterIx counter);
/// Refuses unless the counter is open, not paused and without a ticket, on an open day.
[[nodiscard]] Decision needFreeCounter(const State& state, CounterIx counter);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicket(const State& state, TicketId ticket);
/// The ticket that is called or in service at the counter.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketAt(const State& state, CounterIx counter);
/// Refuses `step`, such as "can't be parked", because of the ticket's state.
[[nodiscard]] tl::unexpected<Refusal> wrongState(const State& state, const Ticket& ticket,
                                                 std::string_view step, std::string_view advice);
/// The customer's ticket that has the stars and waits, is called or parked, beside `own`; null: none.
[[nodiscard]] const Ticket* holderOf(const State& state, const Bits128& customer, TicketId own);
/// Refuses if there is such a ticket.
[[nodiscard]] Decision needSoleTicket(const State& state, const Bits128& customer, TicketId own);

} // namespace starqueue::queue
