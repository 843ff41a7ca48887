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

/// The next customer: any service, tiers as in a hall (equally often if there are seven).
[[nodiscard]] queue::IssueTicket arrival(const queue::Rules& rules, std::minstd_rand& random);

/// Bytes allocated on the heap.
[[nodiscard]] std::size_t heapBytes();

/// A hall with `waiting` people in line, all issued within the guard's time.
struct FullHall
{
    FullHall(const queue::Rules& rules, std::size_t waiting);

    /// Calls the next ticket and lets it join again as the latest.
    void moveNextToEnd();
    /// Removes the ticket with index `place` from the middle of the line and inserts it again, as a
    /// cancellation, a move to another service or a re-queue does.
    void leaveAndReturn(std::size_t place);
    [[nodiscard]] std::vector<Waiting> waiting() const;
    /// The largest rank.
    [[nodiscard]] std::int64_t lastRank() const;

    queue::State state;
    Instant now = Instant{} + Seconds{1'800'000'000};
    double stateBytes = 0; ///< all memory of these tickets
    double lineBytes = 0;  ///< of that, the line
};

} // namespace starqueue::bench
