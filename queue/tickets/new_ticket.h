#pragma once

#include <queue/model/decision.h>
#include <queue/model/state.h>
#include <queue/tickets/commands.h>

namespace starqueue::queue {

[[nodiscard]] Decision needStars(int stars);

/// The next ticket, as a machine would number it.
[[nodiscard]] Ticket newTicket(const State& state, const IssueTicket& command, Instant issued);

} // namespace starqueue::queue
