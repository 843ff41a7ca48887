#pragma once

#include <queue/support/random_day.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace starqueue::queue::test {

/// A random hall: its first counters, its rule changes and the attempted commands.
struct History
{
    Rules rules;
    Rules otherRules;
    bool dedicatedAlone = false; ///< opens with its dedicated counters only, if it has any
    std::vector<Attempt> attempts;
};

/// Deterministic: the same seed gives the same history.
[[nodiscard]] History historyOf(std::uint64_t seed);

/// A hall at the beginning of `history`.
[[nodiscard]] RandomDay beginningOf(const History& history);

/// What occurred in a history (for coverage).
struct Contents
{
    bool requeue = false;
    bool park = false;
    bool transfer = false;
    bool statutory = false;      ///< somebody with a statutory priority was called in turn
    bool ruleChange = false;     ///< with people waiting
    bool dedicatedAlone = false; ///< a call in turn while dedicated counters alone were open

    void note(const State& before, const Event& event);
};

[[nodiscard]] bool isCallInTurn(const TicketCalled& called);

/// Plays `history` in `day`; calls `visit` with each event, the state before its command and the time.
void play(RandomDay& day, const History& history,
          const std::function<void(const State&, const Event&, Instant)>& visit);

} // namespace starqueue::queue::test
