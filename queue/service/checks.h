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
/// When a called ticket may be marked as a no-show: so long after its last call (Rules::noShowEarliest).
[[nodiscard]] Instant noShowFrom(const State& state, const Ticket& called);
/// That has come. Not for possible(), for which the time doesn't matter.
[[nodiscard]] Decision needLongCalled(const State& state, const Ticket& called, Instant now);
/// Ticket that may be parked or transferred.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketInService(const State& state, CounterIx counter);

} // namespace starqueue::queue
