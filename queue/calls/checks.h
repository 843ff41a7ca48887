#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Preconditions that don't depend on a command's arguments; shared by decide() and possible().

/// A ticket that waits or did not show up can be called by number, unless its customer holds another ticket.
[[nodiscard]] Decision needCallable(const State& state, const Ticket& ticket);
/// The ticket is parked and can be called back at `counter`, once that is free.
[[nodiscard]] Decision needParkedFor(const State& state, CounterIx counter, const Ticket& ticket);
/// The ticket that is called at the counter: a recall repeats its call, or makes it a no-show.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToRecall(const State& state, CounterIx counter);
/// Recalls of a called ticket before one more makes it a no-show (Rules::noShowAfterRecalls); empty: that is
/// up to the clerk, or the ticket isn't called.
[[nodiscard]] std::optional<int> recallsLeft(const State& state, const Ticket& ticket);

} // namespace starqueue::queue
