#pragma once

#include <queue/events.h>
#include <queue/state/state.h>

#include <optional>
#include <vector>

namespace starqueue::queue::test {

// The order of service once more, from scheduling's words alone and as plainly as can be: everybody
// is compared with everybody. Shares nothing with the product but its plain values.

/// The mistake that a study's simulator made: a counter's dedication before the guard.
enum class GuardFirst { Yes, No };

[[nodiscard]] std::vector<Ticket> waitingTickets(const State& state);

[[nodiscard]] std::optional<TicketId> whoIsNext(const State& state, CounterIx counter, Instant now,
                                                GuardFirst guardFirst = GuardFirst::Yes);

/// β for `called` passing `passed` at `counter`; empty: without limit.
[[nodiscard]] std::optional<Millis> allowedOvertaking(const Rules& rules, CounterIx counter,
                                                      const Ticket& passed, const Ticket& called);

/// Who came earlier and waits where `counter` may not serve them, were `called` called by it now.
[[nodiscard]] std::vector<Ticket> passedElsewhereBy(const State& state, CounterIx counter,
                                                    const Ticket& called);

/// Who would be passed, were `called` called by `counter` now.
[[nodiscard]] std::vector<Ticket> passedBy(const State& state, CounterIx counter, const Ticket& called);

/// What is wrong with `called`, made from `before` in turn: it isn't whom a comparison of everybody would
/// call, or somebody is passed by their β or more. Empty: nothing.
enum class Objection { WrongTicket, BoundBroken };
[[nodiscard]] std::vector<Objection> objectionsTo(const State& before, const TicketCalled& called,
                                                  Instant now);

} // namespace starqueue::queue::test
