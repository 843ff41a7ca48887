#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// What a step of this folder needs, whatever its command's words are: asked by decide() and possible().
// Each returns the ticket of that id.

[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToCancel(const State& state, TicketId id);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToRequeue(const State& state, TicketId id);
/// To any other service.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToMove(const State& state, TicketId id);
/// For a statutory priority to be granted or taken back.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToPrioritize(const State& state, TicketId id);
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToIdentify(const State& state, TicketId id);

} // namespace starqueue::queue
