#include <queue/simulation/batches.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::uint64_t kDayBatches = 40;
constexpr std::uint64_t kLeastEndlessBatches = 10;
constexpr std::uint64_t kMostEndlessBatches = 30;

/// Divides `whole` into `parts` that differ by at most one.
std::vector<std::uint64_t> evenly(std::uint64_t whole, std::uint64_t parts)
{
    std::vector<std::uint64_t> sizes;
    for (std::uint64_t i = 0; i < parts; ++i)
        sizes.push_back(whole * (i + 1) / parts - whole * i / parts);
    return sizes;
}

} // namespace

std::vector<SimulationBatch> dayBatches(std::uint64_t days)
{
    std::vector<SimulationBatch> batches;
    std::uint64_t first = 0;
    for (const std::uint64_t count : evenly(days, std::min(days, kDayBatches))) {
        batches.push_back({first, count});
        first += count;
    }
    return batches;
}

std::vector<SimulationBatch> endlessBatches(const SimulationLength& length)
{
    const std::uint64_t fitting = length.customers / std::max<std::uint64_t>(1, 5 * length.warmUp);
    const std::uint64_t parts =
        std::min(length.customers, std::clamp(fitting, kLeastEndlessBatches, kMostEndlessBatches));
    std::vector<SimulationBatch> batches;
    for (const std::uint64_t count : evenly(length.customers, parts))
        batches.push_back({batches.size(), count});
    return batches;
}

} // namespace starqueue::queue
