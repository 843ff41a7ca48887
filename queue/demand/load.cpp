#include <queue/demand/load.h>

#include <cmath>
#include <numeric>

namespace starqueue::queue {

namespace {

struct MeanTimes
{
    double service = 0; ///< ms
    double walkUp = 0;
};

MeanTimes meanTimes(const std::vector<ServiceDemand>& services)
{
    MeanTimes sum;
    double shares = 0;
    for (const ServiceDemand& service : services) {
        sum.service += service.share * static_cast<double>(service.mean.count());
        sum.walkUp += service.share * static_cast<double>(service.walkUp.count());
        shares += service.share;
    }
    return shares > 0 ? MeanTimes{sum.service / shares, sum.walkUp / shares} : MeanTimes{1, 0};
}

double meanPerMilli(const ArrivalPattern& arrivals)
{
    const std::vector<double>& hourly = arrivals.hourly;
    const double share = hourly.empty() ? 1
                                        : std::accumulate(hourly.begin(), hourly.end(), 0.0) /
                                              static_cast<double>(hourly.size());
    return arrivals.perMinute * share / 60'000;
}

} // namespace

double meanServiceMillis(const std::vector<ServiceDemand>& services)
{
    return meanTimes(services).service;
}

Millis meanOccupation(const Demand& demand, std::size_t tier)
{
    const MeanTimes means = meanTimes(demand.services);
    const std::optional<Millis>& own = demand.tiers[tier].mean;
    const double service = own ? static_cast<double>(own->count()) : means.service;
    const double missed = demand.noShowShare * static_cast<double>(demand.noShowCost.count());
    return Millis{std::llround((1 - demand.noShowShare) * (means.walkUp + service) + missed)};
}

double busyCounters(const Demand& demand, std::size_t firstTier)
{
    double busy = 0;
    double shares = 0;
    for (std::size_t tier = 0; tier < demand.tiers.size(); ++tier) {
        shares += demand.tiers[tier].share;
        if (tier >= firstTier)
            busy += demand.tiers[tier].share * static_cast<double>(meanOccupation(demand, tier).count());
    }
    return meanPerMilli(demand.arrivals) * busy / shares;
}

} // namespace starqueue::queue
