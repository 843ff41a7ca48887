#pragma once

#include <queue/demand/scenario.h>
#include <queue/simulation/simulation.h>

#include <cstdint>

namespace starqueue::queue {

/// How good promises are in a simulated hall. Minutes; of customers who found every counter taken.
struct EstimateFigures
{
    double meanError = 0; ///< mean of |median promised − waited|
    double coverage = 0;  ///< share of those whose wait lay in the promised range
    double width = 0;     ///< mean of p90 − p10
};

struct EstimateTrialResult
{
    std::uint64_t customers = 0;
    EstimateFigures raw; ///< as the runs say
    std::uint64_t calibratedCustomers = 0;
    EstimateFigures calibrated; ///< corrected by what happened on the days before
    // mean errors of simpler estimators
    double byRank = 0;      ///< those ahead by rank, times mean time / counters
    double byEverybody = 0; ///< everybody who waits, likewise
    double headOfLine = 0;  ///< what the one who waits longest has waited by now
    double lastServed = 0;  ///< what the last one called had waited
    bool stopped = false;
};

struct EstimateTrialOptions
{
    SimulationOptions run;
    double believedTimes = 1; ///< the estimator believes service times this many times as long as they are
    std::size_t forwardRuns = 200;
    std::uint64_t calibrationDays =
        5; ///< at the start of each series of days, before the calibrated ones count
};

/// Simulates the days of `scenario` in series of up to 30 and estimates the wait of everybody who finds every
/// counter taken. The same on any number of threads. Only for scenarios of days.
[[nodiscard]] EstimateTrialResult tryEstimates(const Scenario& scenario, const EstimateTrialOptions& options);

} // namespace starqueue::queue
