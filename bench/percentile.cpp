#include <bench/percentile.h>

#include <algorithm>
#include <cmath>

namespace starqueue::bench {

double percentile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(samples.size())));
    const auto at = samples.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(samples.begin(), at, samples.end());
    return *at;
}

} // namespace starqueue::bench
