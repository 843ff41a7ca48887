#pragma once

#include <queue/calls/calls.h>
#include <queue/commands.h>
#include <queue/counters/counters.h>
#include <queue/day/day.h>
#include <queue/devices/devices.h>
#include <queue/events.h>
#include <queue/model/decision.h>
#include <queue/model/state.h>
#include <queue/printing/printing.h>
#include <queue/rating/rating.h>
#include <queue/service/service.h>
#include <queue/tickets/tickets.h>

#include <optional>
#include <utility>

namespace starqueue::queue {

/// What follows from `command` in `state` at `now`: appends the events to `events`, or refuses
/// and appends nothing. No events and no refusal: there is nothing to do (said twice, or Tick).
///
/// Pure: same state, command and time, same events; reads no clock, file or random number.
/// `now` is never earlier than what the state has seen.
[[nodiscard]] Decision decide(const State& state, const Command& command, Instant now, Events& events);

/// Takes `event`, which decide() made for this very state, into it.
void apply(State& state, const Event& event, Instant at);

/// Whom `counter` would call now, and why; empty: nobody. The very choice that CallNext makes.
[[nodiscard]] std::optional<std::pair<TicketId, Why>> preview(const State& state, CounterIx counter,
                                                              Instant now);

} // namespace starqueue::queue
