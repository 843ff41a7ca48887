#pragma once

#include <queue/events.h>
#include <queue/state/state.h>

#include <map>
#include <optional>
#include <vector>

namespace starqueue::queue::test {

// The order of service once more, from scheduling's words alone and as plainly as can be: everybody
// is compared with everybody. Shares nothing with the product but its plain values.

/// The mistake that a study's simulator made: a counter's dedication before the guard.
enum class GuardFirst { Yes, No };

/// How often each ticket was passed in turn, counted anew at each call by comparing it with everybody.
class PassCounts
{
public:
    /// Requires the events in order, each with the state before its command.
    void note(const State& before, const Event& event);

    [[nodiscard]] std::uint32_t times(TicketId ticket) const;
    /// Whether `ticket` was passed as often as any rules in force since its issue allow.
    [[nodiscard]] bool isDue(const State& state, const Ticket& ticket) const;

private:
    std::map<TicketId, std::uint32_t> m_times;
    std::map<CounterIx, std::vector<TicketId>> m_lastCall; ///< whom it passed
};

/// The most that `ticket` may be passed in turn; empty: there is no limit.
[[nodiscard]] std::optional<std::uint32_t> allowedPasses(const State& state, const Ticket& ticket);

[[nodiscard]] std::vector<Ticket> waitingTickets(const State& state);

[[nodiscard]] std::optional<TicketId> whoIsNext(const State& state, CounterIx counter, Instant now,
                                                const PassCounts& counts,
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
/// call, or somebody is passed by their β or more, or once too often. Empty: nothing.
enum class Objection { WrongTicket, BoundBroken, PassedTooOften };
[[nodiscard]] std::vector<Objection> objectionsTo(const State& before, const TicketCalled& called,
                                                  Instant now, const PassCounts& counts);

} // namespace starqueue::queue::test
