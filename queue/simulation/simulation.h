#pragma once

#include <queue/demand/customer_source.h>
#include <queue/demand/scenario.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace starqueue::queue {

/// The results of one tier. Minutes; half-widths at 95 % from independent batches, empty if there are too
/// few.
struct TierFigures
{
    std::string name;
    std::uint64_t count = 0; ///< called
    double mean = 0;
    std::optional<double> meanHalfWidth;
    double p50 = 0;
    double p90 = 0;
    std::optional<double> p90HalfWidth;
    double p95 = 0;
    std::optional<double> p95HalfWidth;
    double max = 0;
    double inTargetShare = 0;
    std::uint64_t passedP99 = 0; ///< 99th percentile of how often a customer was passed
    std::uint64_t passedMax = 0;
    double maxPassedByMinutes = 0; ///< the longest overtaking

    friend bool operator==(const TierFigures&, const TierFigures&) = default;
};

/// What many simulated days came to.
struct SimulationResult
{
    std::uint64_t customers = 0; ///< counted
    double hallSeconds = 0;      ///< simulated time: of days, from opening until the last customer has left
    std::vector<TierFigures> tiers;
    double occupancy = 0; ///< the counters' busy time / open time
    std::uint64_t days = 0;
    std::optional<double> daysAllTargetsMet; ///< share of the days; empty for an endless day
    std::optional<double> daysOver30Minutes;
    std::uint64_t fairnessViolations = 0; ///< must be 0
    std::uint64_t unserved = 0;           ///< no open counter served them; such a day misses its targets
    std::uint64_t turnedAway = 0;         ///< customers who got no number
    bool stopped = false;                 ///< stopped early: these are the figures until then

    friend bool operator==(const SimulationResult&, const SimulationResult&) = default;
};

/// How many days are simulated, and how.
struct SimulationOptions
{
    unsigned threads = 1;
    std::stop_token stop;                       ///< stops early and keeps what is done
    std::function<void(double share)> progress; ///< called from any of the threads
};

/// Simulates `scenario`, which must have passed settings::parseScenario() (an endless day needs enough
/// counters). The same scenario and seed give the same result on any number of threads. Scenarios that differ
/// only in rules or counters get the same customers.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario, const SimulationOptions& options);

/// A given day: its customers, and how many counters are there, from the first arrival on.
struct KnownDay
{
    const std::vector<SimulatedCustomer>& customers;
    std::vector<OpeningStep> opening;
};

/// Simulates given days; only rules and names of `scenario` are used.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario, const std::vector<KnownDay>& days,
                                        const SimulationOptions& options);
/// Simulates days of given customers, each with the counters of `scenario`.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario,
                                        const std::vector<std::vector<SimulatedCustomer>>& days,
                                        const SimulationOptions& options);

} // namespace starqueue::queue
