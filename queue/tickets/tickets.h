#pragma once

#include <queue/model/decision.h>
#include <queue/state/state.h>
#include <queue/tickets/commands.h>
#include <queue/tickets/events.h>

namespace starqueue::queue {

// Issue, cancel, re-queue, move, identify. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const IssueTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const EnterByHand& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const CancelTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const RequeueTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const PostponeTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const MoveTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const SetStatutory& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const IdentifyTicket& command, Instant now, Events& events);

void apply(State& state, const TicketIssued& event, Instant at);
void apply(State& state, const TicketRequeued& event, Instant at);
void apply(State& state, const TicketPostponed& event, Instant at);
void apply(State& state, const TicketReturned& event, Instant at);
void apply(State& state, const TicketTransferred& event, Instant at);
void apply(State& state, const TicketCancelled& event, Instant at);
void apply(State& state, const TicketUnserved& event, Instant at);
void apply(State& state, const TicketServedByHand& event, Instant at);
void apply(State& state, const TicketIdentified& event, Instant at);
void apply(State& state, const StatutoryGranted& event, Instant at);

} // namespace starqueue::queue
