#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>
#include <queue/tickets/commands.h>

namespace starqueue::queue {

/// How many more tickets of this service its daily limit allows; empty: there is no limit.
[[nodiscard]] std::optional<std::uint32_t> ticketsLeft(const State& state, ServiceIx service);

// The limits on issuing, and what they count. Private to queue/.

/// Refuses what a daily limit or a kiosk's rate limit doesn't allow; the refusal's state says which:
/// "sold_out" or "kiosk_busy".
[[nodiscard]] Decision needRoom(const State& state, const IssueTicket& command, Instant now);
/// Refuses ("identity_limit") if this customer may not take one more ticket today.
[[nodiscard]] Decision needIdentityBelowLimit(const State& state, const Bits128& customer);

} // namespace starqueue::queue
