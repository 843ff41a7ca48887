#pragma once

#include <queue/demand/random_stream.h>
#include <queue/demand/scenario.h>

#include <array>
#include <cstdint>

namespace starqueue::queue {

/// How long a counter is taken by one customer, as a table of quantiles: a draw is a look-up, and so is one
/// of those that last longer than what has gone by already.
class TimeTable
{
public:
    /// `noShowShare` of the customers don't come and take `noShowCost`.
    TimeTable(const ServiceDemand& service, double noShowShare, Millis noShowCost);

    [[nodiscard]] Millis draw(RandomStream& random) const { return Millis{m_times[random.next() >> kShift]}; }
    /// Of those that last longer than `elapsed`: what is left.
    [[nodiscard]] Millis drawRest(RandomStream& random, Millis elapsed) const;

private:
    static constexpr int kShift = 64 - 12;
    static constexpr std::size_t kSize = 4096;

    std::array<std::int32_t, kSize> m_times{}; ///< ms, rising
    double m_tail = 60'000;                    ///< mean rest, in ms, of what lasts longer than nearly all
};

/// The inverse of the normal distribution function, to 1e-9 (Acklam, 2003), for p in (0, 1).
[[nodiscard]] double normalQuantile(double p);

} // namespace starqueue::queue
