#pragma once

#include <queue/rules/rules.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace starqueue::queue {

/// When customers come: a Poisson process whose rate follows the hours of the day.
struct ArrivalPattern
{
    double perMinute = 1;       ///< the rate at the peak
    std::vector<double> hourly; ///< share of the peak, hour by hour from the opening; empty: always the peak
    double dayFactorSd = 0;     ///< deviation of a day's log-normal factor of mean 1

    friend bool operator==(const ArrivalPattern&, const ArrivalPattern&) = default;
};

/// A service's share of the demand, and its service times.
struct ServiceDemand
{
    double share = 1;
    Millis mean = Minutes{6};
    double cv = 1;            ///< coefficient of variation: deviation / mean; log-normal
    bool exponential = false; ///< exponential instead of log-normal; cv is 1 then
    Millis walkUp{0};         ///< from the call to the start of the service

    friend bool operator==(const ServiceDemand&, const ServiceDemand&) = default;
};

/// A tier's share of the demand.
struct TierDemand
{
    std::string name;
    double share = 1;
    std::optional<Millis> mean; ///< this tier's own mean service time; services keep their proportions

    friend bool operator==(const TierDemand&, const TierDemand&) = default;
};

/// Who comes and for what. `services` and `tiers` are in the order of the Rules; shares are weights that need
/// not add up to 1.
struct Demand
{
    ArrivalPattern arrivals;
    std::vector<ServiceDemand> services;
    std::vector<TierDemand> tiers;
    double noShowShare = 0;
    Millis noShowCost = Minutes{1}; ///< how long a counter waits for a no-show

    friend bool operator==(const Demand&, const Demand&) = default;
};

/// From `from` after the opening on, `open` counters are open.
struct OpeningStep
{
    Millis from{0};
    int open = 0;

    friend bool operator==(const OpeningStep&, const OpeningStep&) = default;
};

/// The length of a simulation: days, each from empty to empty, or one endless day.
struct SimulationLength
{
    std::uint64_t days = 0;      ///< 0: the endless day
    std::uint64_t customers = 0; ///< to be measured in the endless day
    std::uint64_t warmUp = 0;    ///< customers before them, not measured

    friend bool operator==(const SimulationLength&, const SimulationLength&) = default;
};

/// A hall to be simulated: its rules, its demand and its counters' hours. Plain values.
struct Scenario
{
    Rules rules;
    Demand demand;
    std::vector<OpeningStep> opening; ///< by time; counters open in openingOrder()
    SimulationLength length;
    std::uint64_t seed = 1;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// The length of a day whose scenario gives no opening hours.
inline constexpr Millis kUsualDay = std::chrono::hours{8};

/// The time from the opening until arrivals end.
[[nodiscard]] Millis dayLength(const Scenario& scenario);

/// The order in which a simulated hall opens its counters: first one that serves everybody, then the
/// dedicated ones, then the others; each group in the order of the rules.
[[nodiscard]] std::vector<CounterIx> openingOrder(const Rules& rules);

} // namespace starqueue::queue
