#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// What a step of this folder needs, whatever its command's words are: asked by decide() and possible().
// Each returns the ticket at the counter.

[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToStart(const State& state, CounterIx counter);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToFinish(const State& state, CounterIx counter);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToMarkNoShow(const State& state,
                                                                          CounterIx counter);
/// To be parked, or transferred to any service.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToSendAway(const State& state,
                                                                        CounterIx counter);

} // namespace starqueue::queue
