#pragma once

#include <time/instant.h>

#include <cstdint>
#include <vector>

namespace starqueue::queue {

/// A histogram of durations of any length, exact to the millisecond below 4 s and to 1/4096 of their length
/// above, so that percentiles of millions take some 100 kB. Adding is exact and commutative.
class WaitHistogram
{
public:
    void add(Millis wait);
    void add(const WaitHistogram& other);

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] Millis sum() const { return m_sum; }
    [[nodiscard]] Millis max() const { return m_max; }
    /// The nearest rank (percentile_disc) for `share` in (0, 1]; 0 without values.
    [[nodiscard]] Millis quantile(double share) const;

private:
    std::vector<std::uint32_t> m_bins;
    std::uint64_t m_count = 0;
    Millis m_sum{0};
    Millis m_max{0};
};

} // namespace starqueue::queue
