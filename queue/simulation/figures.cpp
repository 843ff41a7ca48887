#include <queue/simulation/figures.h>

#include <queue/statistics/confidence.h>

#include <cmath>

namespace starqueue::queue {

namespace {

/// The quantile (nearest rank) of how often customers were passed.
std::uint64_t passedQuantile(const TierTally& tier, double share)
{
    const auto rank = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(tier.waits.count())));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < tier.passed.size(); ++i) {
        seen += tier.passed[i];
        if (seen >= rank)
            return i;
    }
    return 0;
}

/// The half-width of one figure of one tier, from its value in each batch.
std::optional<double> halfWidthOf(const std::vector<BatchFigures>& batches, std::size_t tier,
                                  double BatchFigures::OfTier::*figure)
{
    std::vector<double> values;
    for (const BatchFigures& batch : batches) {
        if (batch.tiers[tier])
            values.push_back((*batch.tiers[tier]).*figure);
    }
    return halfWidth(values);
}

TierFigures tierFigures(const TierTally& whole, const std::vector<BatchFigures>& batches, std::size_t tier)
{
    TierFigures figures;
    figures.count = whole.waits.count();
    if (figures.count == 0)
        return figures;
    const auto count = static_cast<double>(figures.count);
    figures.mean = time::inMinutes(whole.waits.sum()) / count;
    figures.meanHalfWidth = halfWidthOf(batches, tier, &BatchFigures::OfTier::mean);
    figures.p50 = time::inMinutes(whole.waits.quantile(0.5));
    figures.p90 = time::inMinutes(whole.waits.quantile(0.9));
    figures.p90HalfWidth = halfWidthOf(batches, tier, &BatchFigures::OfTier::p90);
    figures.p95 = time::inMinutes(whole.waits.quantile(0.95));
    figures.p95HalfWidth = halfWidthOf(batches, tier, &BatchFigures::OfTier::p95);
    figures.max = time::inMinutes(whole.waits.max());
    figures.inTargetShare = static_cast<double>(whole.inTarget) / count;
    figures.passedP99 = passedQuantile(whole, 0.99);
    figures.passedMax = whole.passed.size() - 1;
    figures.maxPassedByMinutes = time::inMinutes(whole.passedMost);
    return figures;
}

} // namespace

BatchFigures figuresOf(const RunTally& batch)
{
    BatchFigures figures;
    for (const TierTally& tier : batch.tiers) {
        if (tier.waits.count() == 0) {
            figures.tiers.emplace_back();
            continue;
        }
        const double mean = time::inMinutes(tier.waits.sum()) / static_cast<double>(tier.waits.count());
        figures.tiers.push_back(BatchFigures::OfTier{mean, time::inMinutes(tier.waits.quantile(0.9)),
                                                     time::inMinutes(tier.waits.quantile(0.95))});
    }
    return figures;
}

SimulationResult resultOf(const Scenario& scenario, const RunTally& whole,
                          const std::vector<BatchFigures>& batches)
{
    SimulationResult result;
    for (std::size_t tier = 0; tier < whole.tiers.size(); ++tier) {
        result.tiers.push_back(tierFigures(whole.tiers[tier], batches, tier));
        result.tiers.back().name = scenario.demand.tiers[tier].name;
        result.customers += result.tiers.back().count;
    }
    result.hallSeconds = std::round(time::inMinutes(whole.watched) * 60);
    result.occupancy = whole.open > Millis{0} ? time::inMinutes(whole.busy) / time::inMinutes(whole.open) : 0;
    result.days = whole.days;
    if (whole.days > 0) {
        const auto days = static_cast<double>(whole.days);
        result.daysAllTargetsMet = static_cast<double>(whole.daysInTarget) / days;
        result.daysOver30Minutes = static_cast<double>(whole.daysOver30) / days;
    }
    result.fairnessViolations = whole.violations;
    result.unserved = whole.unserved;
    result.turnedAway = whole.turnedAway;
    return result;
}

} // namespace starqueue::queue
