#pragma once

#include <queue/decide.h>

#include <rapidcheck.h>

#include <cstdint>
#include <functional>
#include <ostream>
#include <utility>
#include <vector>

namespace starqueue::queue::test {

/// One thing that somebody tries, whether it is allowed or not: turned into a command by what is there.
struct Attempt
{
    std::uint8_t kind = 0;
    std::uint8_t who = 0;
    std::uint8_t what = 0;
    std::uint16_t seconds = 0; ///< since the one before
};

std::ostream& operator<<(std::ostream& out, const Attempt& attempt);

/// Rules of a random hall: any discipline, guard or none, dedications, preferences, help.
[[nodiscard]] rc::Gen<Rules> anyRules();
/// The default discipline with a guard, else random.
[[nodiscard]] rc::Gen<Rules> guardedRules();
[[nodiscard]] rc::Gen<std::vector<Attempt>> anyAttempts();
/// Exactly so many.
[[nodiscard]] rc::Gen<std::vector<Attempt>> attempts(std::size_t count);

/// A hall in which attempts are made; remembers everything that happened.
class RandomDay
{
public:
    explicit RandomDay(const Rules& rules);

    [[nodiscard]] Command commandFor(const Attempt& attempt) const;
    /// Moves time on, decides, applies. What happened is the tail of `history` from the returned place on.
    std::size_t make(const Attempt& attempt);
    void carryOut(const Command& command);

    State state;
    Instant now = Instant{} + Seconds{1'800'000'000};
    std::vector<std::pair<Instant, Event>> history;
    Rules otherRules; ///< what a SetRules attempt asks for
    /// Another order of service, whose choice replaces the hall's own at each call in turn. Empty: none.
    std::function<std::optional<TicketId>(const State&, CounterIx, Instant)> mistakenOrder;

private:
    void mistake(TicketCalled& called) const;
    [[nodiscard]] Command byHand(const Attempt& attempt) const;
    [[nodiscard]] Command ofTicket(const Attempt& attempt) const;
    [[nodiscard]] Command ofCounter(const Attempt& attempt) const;
    [[nodiscard]] Command ofHall(const Attempt& attempt) const;
    [[nodiscard]] CounterIx counterOf(const Attempt& attempt) const;
    [[nodiscard]] TicketId ticketOf(const Attempt& attempt) const;
};

} // namespace starqueue::queue::test
