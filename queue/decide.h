#pragma once

#include <queue/calls/calls.h>
#include <queue/commands.h>
#include <queue/counters/counters.h>
#include <queue/day/day.h>
#include <queue/devices/devices.h>
#include <queue/events.h>
#include <queue/model/decision.h>
#include <queue/printing/printing.h>
#include <queue/rating/rating.h>
#include <queue/service/service.h>
#include <queue/state/state.h>
#include <queue/tickets/tickets.h>
#include <queue/undo/undo.h>

#include <optional>
#include <utility>

namespace starqueue::queue {

/// Decides `command` in `state` at `now`: appends its events to `events`, or refuses and appends nothing.
/// Neither events nor a refusal: nothing to do (a repeated command, a Tick with nothing due).
///
/// Pure: the same state, command and time give the same events; reads no clock, file or random number. `now`
/// is never before the state's last event.
[[nodiscard]] Decision decide(const State& state, const Command& command, Instant now, Events& events);

/// Applies `event`, which decide() made for this state.
void apply(State& state, const Event& event, Instant at);

/// Whom `counter` would call now, and why; empty: nobody. The same choice as CallNext makes.
[[nodiscard]] std::optional<std::pair<TicketId, Why>> preview(const State& state, CounterIx counter,
                                                              Instant now);

} // namespace starqueue::queue
