#pragma once

#include <queue/demand/scenario.h>

namespace starqueue::queue {

/// How long a customer of `tier` keeps a counter on average: walking up and service, or not coming.
[[nodiscard]] Millis meanOccupation(const Demand& demand, std::size_t tier);

/// How many counters the customers of `firstTier` and all tiers below it keep busy on average (erlangs), over
/// the hours of the day. A hall with no more counters than that has a line that grows for ever.
[[nodiscard]] double busyCounters(const Demand& demand, std::size_t firstTier = 0);

} // namespace starqueue::queue
