#pragma once

#include <queue/decide.h>
#include <queue/order/selection.h>

#include <bench/queue/rivals.h>

#include <cstdint>
#include <random>
#include <vector>

namespace starqueue::bench {

/// One service, four tiers, some statutory: seven lanes.
[[nodiscard]] queue::Rules sevenLanes();
/// Twenty services of seven tiers: 140 lanes.
[[nodiscard]] queue::Rules manyLanes();
/// Six counters, five services and four tiers, some statutory: 35 lanes.
[[nodiscard]] queue::Rules simulatedDay();

/// The counter that is dedicated to five stars and helps others; it serves everything.
inline constexpr queue::CounterIx kDedicated{0};

/// The next customer: any service, tiers as in a hall (every tier alike where there are seven).
[[nodiscard]] queue::IssueTicket arrival(const queue::Rules& rules, std::minstd_rand& random);

/// Bytes that the heap holds now.
[[nodiscard]] std::size_t heapBytes();

/// A hall in which `waiting` people wait, all issued within the time of the guard.
struct FullHall
{
    FullHall(const queue::Rules& rules, std::size_t waiting);

    /// Calls whoever is next and lets them join again as the latest.
    void moveNextToEnd();
    /// The ticket at `place` of all leaves the line where it stands and comes back to the same place, as in a
    /// cancellation, a move to another service, or a re-queue.
    void leaveAndReturn(std::size_t place);
    [[nodiscard]] std::vector<Waiting> waiting() const;
    /// No rank is larger.
    [[nodiscard]] std::int64_t lastRank() const;

    queue::State state;
    Instant now = Instant{} + Seconds{1'800'000'000};
    double stateBytes = 0; ///< of everything about these tickets
    double lineBytes = 0;  ///< of that: their order
};

} // namespace starqueue::bench
