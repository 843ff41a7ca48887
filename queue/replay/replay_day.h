#pragma once

#include <queue/decide.h>
#include <queue/replay/waiting_pairs.h>

#include <span>

namespace starqueue::queue {

/// The calls of a recorded day under other rules.
struct ReplayedDay
{
    struct Call
    {
        Instant at{};
        std::uint32_t turn = 0; ///< 1, 2, 3… over the day

        friend bool operator==(const Call&, const Call&) = default;
    };
    std::vector<std::optional<Call>> calls; ///< by index into RecordedDay::customers; empty: not called
};

/// The rules of a replay: the day's services and counters, two tiers, the default guard; strict: without a
/// guard.
[[nodiscard]] Rules replayRules(const RecordedDay& day, TrialHeadStart headStart, int priorityStars);

/// Replays the recorded arrivals and counters with other `rules`: every step goes through decide() and
/// apply(), as in the live hall.
///
/// Services and counters of `rules` have the indices of `day`. A counter calls whenever it is there and free.
/// Its n-th call takes as long as its n-th recorded one, whoever is called: that keeps the hall's capacity
/// (no rule looks at service times). Further calls take the day's mean. Customers who gave up do so at the
/// recorded instant, unless called before. Those who still wait when the last counter has left are served
/// then.
[[nodiscard]] ReplayedDay replay(const RecordedDay& day, const Rules& rules);

/// Adds for each recorded pair whether the replay called the two in the same order. If it didn't call both,
/// the order differs.
void addSameOrder(std::span<const WaitingPair> pairs, const ReplayedDay& replayed, OrderAgreement& agreement);

} // namespace starqueue::queue
