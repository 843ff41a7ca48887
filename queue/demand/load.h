#pragma once

#include <queue/demand/scenario.h>

#include <vector>

namespace starqueue::queue {

/// The mean service in milliseconds, over all by their shares; 1 without shares.
[[nodiscard]] double meanServiceMillis(const std::vector<ServiceDemand>& services);

/// How long a customer of `tier` occupies a counter on average: walking up and service, or a no-show's cost.
[[nodiscard]] Millis meanOccupation(const Demand& demand, std::size_t tier);

/// Offered load in erlangs: how many counters the customers of `firstTier` and all tiers below it keep busy
/// on average, over the hours of the day. With no more counters than that the line grows for ever.
[[nodiscard]] double busyCounters(const Demand& demand, std::size_t firstTier = 0);

} // namespace starqueue::queue
