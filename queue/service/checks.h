#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Preconditions that don't depend on a command's arguments; shared by decide() and possible(). Each returns
// the ticket at the counter.

[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToStart(const State& state, CounterIx counter);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToFinish(const State& state, CounterIx counter);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToMarkNoShow(const State& state,
                                                                          CounterIx counter);
/// Ticket that may be parked or transferred.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketInService(const State& state, CounterIx counter);

} // namespace starqueue::queue
