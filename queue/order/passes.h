#pragma once

#include <queue/state/state.h>

#include <cstdint>

namespace starqueue::queue {

/// Whether the rules chose whom to call: only such calls pass anybody.
[[nodiscard]] bool inTurn(const Why& why);

/// How often a ticket may be passed in turn: the most of the rules in force since it was issued; 0: no limit.
[[nodiscard]] std::uint32_t mostPassesOf(const State& state, const Ticket& ticket);
/// How often it was; not counted for a ticket without a limit.
[[nodiscard]] std::uint32_t passesOf(const State& state, TicketId ticket);
/// Whether it was passed as often as it may be.
[[nodiscard]] bool isDue(const State& state, const Ticket& ticket);

} // namespace starqueue::queue
