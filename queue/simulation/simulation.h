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

/// What one tier met with in a simulation. Minutes; half-widths at 95 %, from independent batches; empty
/// where there are too few of them.
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
    std::uint64_t passedP99 = 0; ///< by how many one in a hundred, at least, was passed
    std::uint64_t passedMax = 0;
    double maxPassedByMinutes = 0; ///< the longest overtaking

    friend bool operator==(const TierFigures&, const TierFigures&) = default;
};

struct SimulationResult
{
    std::uint64_t customers = 0; ///< counted
    double hallSeconds = 0; ///< of the simulated hall: its days from opening to the last customer's going
    std::vector<TierFigures> tiers;
    double occupancy = 0; ///< share of the counters' open time in which they had a customer
    std::uint64_t days = 0;
    std::optional<double> daysAllTargetsMet; ///< share of the days; empty for an endless day
    std::optional<double> daysOver30Minutes;
    std::uint64_t fairnessViolations = 0; ///< must be 0
    std::uint64_t unserved = 0;           ///< nobody was open for them; such a day keeps no target
    std::uint64_t turnedAway = 0;         ///< whom the rules gave no number
    bool stopped = false;                 ///< before its end: these are the figures of what was done

    friend bool operator==(const SimulationResult&, const SimulationResult&) = default;
};

struct SimulationOptions
{
    unsigned threads = 1;
    std::stop_token stop;                       ///< ends early and keeps what is done
    std::function<void(double share)> progress; ///< called from any of the threads
};

/// Simulates `scenario`, which settings::parseScenario() accepts: an endless day needs counters enough. The
/// same scenario and seed give the same result on any number of threads. Two scenarios that differ in rules
/// or counters alone get the same customers.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario, const SimulationOptions& options);

/// Simulates days of known customers, each from its first one's arrival; `scenario` gives rules,
/// counters and names alone.
[[nodiscard]] SimulationResult simulate(const Scenario& scenario,
                                        const std::vector<std::vector<SimulatedCustomer>>& days,
                                        const SimulationOptions& options);

} // namespace starqueue::queue
