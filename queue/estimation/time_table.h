#pragma once

#include <queue/demand/random_stream.h>
#include <queue/demand/scenario.h>

#include <array>
#include <cstdint>

namespace starqueue::queue {

/// How long one customer occupies a counter, as a table of quantiles: drawing one, or one given that it
/// exceeds an elapsed time, is a table lookup.
class TimeTable
{
public:
    /// `noShowShare` of the customers don't come and take `noShowCost`.
    TimeTable(const ServiceDemand& service, double noShowShare, Millis noShowCost);

    [[nodiscard]] Millis draw(RandomStream& random) const { return Millis{m_times[random.next() >> kShift]}; }
    /// The remaining time of one that exceeds `elapsed`.
    [[nodiscard]] Millis drawRest(RandomStream& random, Millis elapsed) const;

private:
    static constexpr int kShift = 64 - 12;
    static constexpr std::size_t kSize = 4096;

    std::array<std::int32_t, kSize> m_times{}; ///< ms, rising
    double m_tail = 60'000;                    ///< mean remaining time, in ms, beyond the table's end
};

/// The inverse of the normal distribution function, to 1e-9 (Acklam, 2003), for p in (0, 1).
[[nodiscard]] double normalQuantile(double p);

} // namespace starqueue::queue
