#pragma once

#include <queue/rules/ids.h>
#include <time/instant.h>

#include <vector>

namespace starqueue::queue {

/// A counter is at work from `from` to before `until`.
struct Shift
{
    CounterIx counter;
    Instant from{};
    Instant until = Instant::max();
    bool servesAll = false; ///< stays after `until` while anybody waits whom it may call

    friend bool operator==(const Shift&, const Shift&) = default;
};

/// How the counters may be open from an instant on: equally likely ways, each with the shifts that aren't
/// over, by counter, then time. Empty: nothing is known beyond the counters that are open.
using Openings = std::vector<std::vector<Shift>>;

} // namespace starqueue::queue
