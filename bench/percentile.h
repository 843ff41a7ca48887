#pragma once

#include <vector>

namespace starqueue::bench {

/// The value that `share` (0 … 1) of the samples don't exceed: the nearest rank. 0 without samples.
[[nodiscard]] double percentile(std::vector<double> samples, double share);

[[nodiscard]] inline double median(const std::vector<double>& samples)
{
    return percentile(samples, 0.5);
}

} // namespace starqueue::bench
