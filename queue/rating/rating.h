#pragma once

#include <queue/model/decision.h>
#include <queue/rating/commands.h>
#include <queue/rating/events.h>
#include <queue/state/state.h>

namespace starqueue::queue {

// Ratings at the panel, and from the phone. queue/decide.h documents the contract of decide() and apply().

[[nodiscard]] Decision decide(const State& state, const ArmRating& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const FailRating& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const RateTicket& command, Instant now, Events& events);
[[nodiscard]] Decision decide(const State& state, const RateByPhone& command, Instant now, Events& events);

/// Whether that visit may be rated from the phone now.
[[nodiscard]] Decision needPhoneRating(const State& state, const PastVisit& visit, bool isRated, Instant now);

/// For decide(): the next customer's service ends the counter's last rating session.
void endRatings(const State& state, CounterIx counter, Events& events);

void apply(State& state, const RatingInvited& event, Instant at);
void apply(State& state, const RatingArmed& event, Instant at);
void apply(State& state, const RatingFailed& event, Instant at);
void apply(State& state, const TicketRated& event, Instant at);
void apply(State& state, const TicketRatedLate& event, Instant at);
void apply(State& state, const RatingExpired& event, Instant at);
void apply(State& state, const CaseOpened& event, Instant at);

} // namespace starqueue::queue
