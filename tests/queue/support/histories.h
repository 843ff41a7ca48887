#pragma once

#include <queue/support/random_day.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace starqueue::queue::test {

/// A random hall, whom it opens with, what its rules change to, and what everybody tries.
struct History
{
    Rules rules;
    Rules otherRules;
    bool dedicatedAlone = false; ///< begins with its dedicated counters only, where it has any
    std::vector<Attempt> attempts;
};

/// The same seed, the same history.
[[nodiscard]] History historyOf(std::uint64_t seed);

/// A hall at the beginning of `history`.
[[nodiscard]] RandomDay beginningOf(const History& history);

/// What a history has really contained.
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

/// Plays `history` in `day` and gives `visit` each event with the state before its command and the time.
void play(RandomDay& day, const History& history,
          const std::function<void(const State&, const Event&, Instant)>& visit);

} // namespace starqueue::queue::test
