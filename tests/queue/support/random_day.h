#pragma once

#include <queue/decide.h>

#include <rapidcheck.h>

#include <cstdint>
#include <functional>
#include <ostream>
#include <utility>
#include <vector>

namespace starqueue::queue::test {

/// A random command, allowed or not; its ids are chosen from what exists.
struct Attempt
{
    std::uint8_t kind = 0;
    std::uint8_t who = 0;
    std::uint8_t what = 0;
    std::uint16_t seconds = 0; ///< after the attempt before
};

std::ostream& operator<<(std::ostream& out, const Attempt& attempt);

/// Rules of a random hall: any discipline, guard or none, dedications, preferences, help.
[[nodiscard]] rc::Gen<Rules> anyRules();
/// The default discipline with a guard, else random.
[[nodiscard]] rc::Gen<Rules> guardedRules();
[[nodiscard]] rc::Gen<std::vector<Attempt>> anyAttempts();
/// Exactly `count` attempts.
[[nodiscard]] rc::Gen<std::vector<Attempt>> attempts(std::size_t count);

/// A hall that carries out attempts and keeps the history.
class RandomDay
{
public:
    explicit RandomDay(const Rules& rules);

    [[nodiscard]] Command commandFor(const Attempt& attempt) const;
    /// Advances time, decides, applies. Its events are those of `history` from the returned index on.
    std::size_t make(const Attempt& attempt);
    void carryOut(const Command& command);

    State state;
    Instant now = Instant{} + Seconds{1'800'000'000};
    std::vector<std::pair<Instant, Event>> history;
    Rules otherRules; ///< the rules that a SetRules attempt sets
    /// Mutation: another order of service that replaces the hall's choice at each call in turn. Empty: none.
    std::function<std::optional<TicketId>(const State&, CounterIx, Instant)> mistakenOrder;

private:
    void mistake(TicketCalled& called) const;
    [[nodiscard]] Command byHand(const Attempt& attempt) const;
    [[nodiscard]] Command ofTicket(const Attempt& attempt) const;
    [[nodiscard]] Command takenBackOnFloor() const;
    [[nodiscard]] Command ofCounter(const Attempt& attempt) const;
    [[nodiscard]] Command ofFloor(const Attempt& attempt) const;
    [[nodiscard]] Command ofHall(const Attempt& attempt) const;
    [[nodiscard]] CounterIx counterOf(const Attempt& attempt) const;
    [[nodiscard]] TicketId ticketOf(const Attempt& attempt) const;
};

/// When the counter took its last step, as long as that is remembered: taking it back depends on the time.
[[nodiscard]] std::optional<Instant> lastStepAt(const State& state, CounterIx counter);

/// The state after the day's events from `from` on, applied to an empty one.
[[nodiscard]] State replayed(const RandomDay& day, std::size_t from);

} // namespace starqueue::queue::test
