#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>
#include <queue/tickets/commands.h>

namespace starqueue::queue {

[[nodiscard]] Decision needStars(int stars);
/// A group that the hall has; kNoGroup: none is asked for.
[[nodiscard]] Decision needGroup(const State& state, GroupIx group);

/// What of `group` isn't journalled; kNoGroup: nothing.
[[nodiscard]] GroupIx reasonApart(const State& state, GroupIx group);

/// The next ticket with the next number of its service. `claim`: as settled.
[[nodiscard]] Ticket newTicket(const State& state, const IssueTicket& command, Claim claim, Instant issued);

} // namespace starqueue::queue
