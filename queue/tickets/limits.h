#pragma once

#include <queue/model/decision.h>
#include <queue/model/state.h>
#include <queue/tickets/commands.h>

namespace starqueue::queue {

/// How many more tickets of this service its daily limit allows; empty: there is no limit.
[[nodiscard]] std::optional<std::uint32_t> ticketsLeft(const State& state, ServiceIx service);

// From here on not for other rooms: the limits on issuing, and the counts that they need.

/// Refuses what a daily or a minute's limit doesn't allow; the refusal's state says which:
/// "sold_out", "identity_limit" or "kiosk_busy".
[[nodiscard]] Decision needRoom(const State& state, const IssueTicket& command, Instant now);
/// This customer may hold one more of today's tickets.
[[nodiscard]] Decision needIdentityBelowLimit(const State& state, const Bits128& customer);

} // namespace starqueue::queue
