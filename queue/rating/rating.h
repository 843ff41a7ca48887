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
[[nodiscard]] Decision decide(const State& state, const ExplainRating& command, Instant now, Events& events);

/// Whether that visit may be rated from the phone now.
[[nodiscard]] Decision needPhoneRating(const State& state, const PastVisit& visit, bool isRated, Instant now);
/// Whether reasons for that visit's rating may be given now; `command` needs none of them yet.
[[nodiscard]] Decision needExplainable(const State& state, const ExplainRating& command, Instant now);
/// What customers of this hall are asked on this day as a reason of such a rating; empty: nothing.
[[nodiscard]] std::vector<const RatingReason*> reasonsAskedOf(const State& state, int score);
/// What the visit was rated, of which `known` is known from the journal; 0: not yet.
[[nodiscard]] int scoreOf(const State& state, const PastVisit& visit, int known);

/// For decide(): the next customer's service ends the counter's last rating session.
void endRatings(const State& state, CounterIx counter, Events& events);

void apply(State& state, const RatingInvited& event, Instant at);
void apply(State& state, const RatingArmed& event, Instant at);
void apply(State& state, const RatingFailed& event, Instant at);
void apply(State& state, const TicketRated& event, Instant at);
void apply(State& state, const TicketRatedLate& event, Instant at);
void apply(State& state, const RatingExplained& event, Instant at);
void apply(State& state, const RatingExpired& event, Instant at);
void apply(State& state, const CaseOpened& event, Instant at);

} // namespace starqueue::queue
