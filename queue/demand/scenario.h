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
    std::vector<double> hourly; ///< share of it, hour by hour from the opening; empty: always the peak
    double dayFactorSd = 0;     ///< busy and quiet days: a log-normal factor of mean 1 for each

    friend bool operator==(const ArrivalPattern&, const ArrivalPattern&) = default;
};

/// How much of the demand is for one service, and what it takes.
struct ServiceDemand
{
    double share = 1;
    Millis mean = Minutes{6};
    double cv = 1;            ///< deviation / mean; log-normal
    bool exponential = false; ///< instead; cv is 1 then
    Millis walkUp{0};         ///< from the call to the start of the service

    friend bool operator==(const ServiceDemand&, const ServiceDemand&) = default;
};

struct TierDemand
{
    std::string name;
    double share = 1;
    std::optional<Millis> mean; ///< this tier's own mean service time; services keep their proportions

    friend bool operator==(const TierDemand&, const TierDemand&) = default;
};

/// Who comes, for what. `services` and `tiers` stand as in the Rules; shares are weights, they need not add
/// up to 1.
struct Demand
{
    ArrivalPattern arrivals;
    std::vector<ServiceDemand> services;
    std::vector<TierDemand> tiers;
    double noShowShare = 0;
    Millis noShowCost = Minutes{1}; ///< how long the counter waits for somebody who doesn't come

    friend bool operator==(const Demand&, const Demand&) = default;
};

/// From `from` after the opening on, `open` counters work.
struct OpeningStep
{
    Millis from{0};
    int open = 0;

    friend bool operator==(const OpeningStep&, const OpeningStep&) = default;
};

/// How long to look: days of a hall, each from empty to empty, or one endless day.
struct SimulationLength
{
    std::uint64_t days = 0;      ///< 0: the endless day
    std::uint64_t customers = 0; ///< to be measured in the endless day
    std::uint64_t warmUp = 0;    ///< customers who come before them, not measured

    friend bool operator==(const SimulationLength&, const SimulationLength&) = default;
};

/// A hall to be simulated: its rules, its demand and its counters' hours. Plain values.
struct Scenario
{
    Rules rules;
    Demand demand;
    std::vector<OpeningStep> opening; ///< in order of time; counters open in the order of openingOrder()
    SimulationLength length;
    std::uint64_t seed = 1;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// A hall day without hours of its own lasts this long.
inline constexpr Millis kUsualDay = std::chrono::hours{8};

/// From the opening to the moment after which nobody comes.
[[nodiscard]] Millis dayLength(const Scenario& scenario);

/// The counters in the order in which a hall opens them: one that serves everybody first, then those
/// dedicated, then the others; within each as they stand in the rules.
[[nodiscard]] std::vector<CounterIx> openingOrder(const Rules& rules);

} // namespace starqueue::queue
