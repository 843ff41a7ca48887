#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Preconditions that don't depend on a command's arguments; shared by decide() and possible(). Each returns
// the ticket of that id.

[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToCancel(const State& state, TicketId id);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToRequeue(const State& state, TicketId id);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToPostpone(const State& state, TicketId id);
/// Ticket that may be moved to some other service.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToMove(const State& state, TicketId id);
/// Ticket whose statutory priority may be granted or taken back.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToPrioritize(const State& state, TicketId id);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToIdentify(const State& state, TicketId id);

} // namespace starqueue::queue
