#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// What a step of this folder needs, whatever its command's words are: asked by decide() and possible().

/// Who waits or did not show up may be called by number, unless they hold another ticket.
[[nodiscard]] Decision needCallable(const State& state, const Ticket& ticket);
/// The parked ticket may be taken back at `counter`, once that is free.
[[nodiscard]] Decision needParkedFor(const State& state, CounterIx counter, const Ticket& ticket);
/// The ticket that is called at the counter and may be called again, or is a no-show instead.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToRecall(const State& state, CounterIx counter);
/// The ticket whose call at the counter can be taken back.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToUndo(const State& state, CounterIx counter);
/// The next recall is a no-show: the ticket was called again as often as the rules want.
[[nodiscard]] bool recallEndsCall(const State& state, const Ticket& ticket);

} // namespace starqueue::queue
