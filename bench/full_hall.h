#pragma once

#include <queue/decide.h>
#include <queue/selection.h>

#include <bench/rivals.h>

#include <cstdint>
#include <vector>

namespace starqueue::bench {

/// One service, four tiers, some statutory: seven lanes.
[[nodiscard]] queue::Rules sevenLanes();
/// Twenty services of seven tiers: 140 lanes.
[[nodiscard]] queue::Rules manyLanes();

/// The counter that is dedicated to five stars and helps others; it serves everything.
inline constexpr queue::CounterIx kDedicated{0};

/// Bytes that the heap holds now.
[[nodiscard]] std::size_t heapBytes();

/// A hall in which `waiting` people wait, all issued within the time of the guard.
struct FullHall
{
    FullHall(const queue::Rules& rules, std::size_t waiting);

    /// Calls whoever is next and lets them join again as the latest.
    void moveNextToEnd();
    [[nodiscard]] std::vector<Waiting> waiting() const;
    /// No rank is larger.
    [[nodiscard]] std::int64_t lastRank() const;

    queue::State state;
    queue::Instant now = queue::Instant{} + queue::Seconds{1'800'000'000};
    double stateBytes = 0; ///< of everything about these tickets
    double lineBytes = 0;  ///< of that: their order
};

} // namespace starqueue::bench
