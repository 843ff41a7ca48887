#pragma once

#include <queue/demand/scenario.h>
#include <queue/simulation/simulation.h>

#include <cstdint>

namespace starqueue::queue {

/// Accuracy of promises in a simulated hall. Minutes; of customers who found every counter taken.
struct EstimateFigures
{
    double meanError = 0; ///< mean of |median promised − waited|
    double coverage = 0;  ///< share of waits within the promised range
    double width = 0;     ///< mean of p90 − p10
};

/// How good the promised waits were in simulated days.
struct EstimateTrialResult
{
    std::uint64_t customers = 0;
    EstimateFigures raw; ///< uncorrected
    std::uint64_t calibratedCustomers = 0;
    EstimateFigures calibrated; ///< corrected by the outcomes of the days before
    // mean errors of baseline estimators
    double byRank = 0;      ///< number ahead by rank, times mean service time / counters
    double byEverybody = 0; ///< number of all who wait, likewise
    double headOfLine = 0;  ///< the present wait of the one who waits longest
    double lastServed = 0;  ///< the wait of the one called last
    bool stopped = false;
};

/// How the promised waits are tried.
struct EstimateTrialOptions
{
    SimulationOptions run;
    double believedTimes = 1; ///< factor: believed service time / real one
    std::size_t forwardRuns = 200;
    std::uint64_t calibrationDays = 5; ///< at the start of each series, before calibrated promises count
};

/// Simulates the days of `scenario` in series of up to 30 and estimates the wait of everybody who finds every
/// counter taken. The same result on any number of threads. Only for scenarios of days.
[[nodiscard]] EstimateTrialResult tryEstimates(const Scenario& scenario, const EstimateTrialOptions& options);

} // namespace starqueue::queue
