#pragma once

#include <queue/decide.h>
#include <queue/replay/waiting_pairs.h>

#include <span>

namespace starqueue::queue {

/// A recorded day as it would have gone under other rules.
struct ReplayedDay
{
    struct Call
    {
        Instant at{};
        std::uint32_t turn = 0; ///< 1, 2, 3… over the day

        friend bool operator==(const Call&, const Call&) = default;
    };
    std::vector<std::optional<Call>> calls; ///< by place in RecordedDay::customers; empty: not called
};

/// The rules that a recorded day is replayed by: its services and counters, two tiers, the hall's usual
/// guard; strict: without a guard.
[[nodiscard]] Rules replayRules(const RecordedDay& day, TrialHeadStart headStart, int priorityStars);

/// Lets the recorded customers come to the recorded counters, and `rules` choose: every step goes through
/// decide() and apply(), as in the live hall.
///
/// Services and counters of `rules` stand as in `day`. A counter calls whenever it is there and free, and its
/// n-th call takes as long as its n-th recorded one, whoever is called: so the hall has the capacity that it
/// had (no rule looks at how long a service will take). A call more than recorded takes the day's mean. Who
/// gave up gives up at the recorded moment, unless called before. Who still waits when the last counter has
/// left is served then.
[[nodiscard]] ReplayedDay replay(const RecordedDay& day, const Rules& rules);

/// Adds for each recorded pair whether the replay called the two in the same order. A pair of which the
/// replay hasn't called one counts as not.
void addSameOrder(std::span<const WaitingPair> pairs, const ReplayedDay& replayed, OrderAgreement& agreement);

} // namespace starqueue::queue
