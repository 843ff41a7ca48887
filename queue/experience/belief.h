#pragma once

#include <queue/demand/scenario.h>
#include <time/instant.h>

#include <vector>

namespace starqueue::queue {

/// How many customers a minute are expected, step by step.
struct ArrivalForecast
{
    Instant from{};
    Millis step = Minutes{30};
    std::vector<double> perMinute; ///< from `from` on; before and after nobody is expected
    double factor = 1;             ///< today against the usual
    double factorSd = 0;           ///< how little sure that is

    /// At `when`, without the factor.
    [[nodiscard]] double rateAt(Instant when) const;
    /// Customers expected in [a, b), without the factor.
    [[nodiscard]] double expected(Instant a, Instant b) const;

    friend bool operator==(const ArrivalForecast&, const ArrivalForecast&) = default;
};

/// What is known of a day's factor after `arrived` customers where `expected` were: with a Gamma prior of
/// mean 1 and deviation `sd`, and Poisson arrivals, again a Gamma. Sets factor and factorSd.
void learnFactor(ArrivalForecast& forecast, double sd, double arrived, double expected);

/// What an estimate believes of the hall it looks at.
struct Belief
{
    /// Shares, service times and no-shows; its arrivals are not looked at.
    Demand demand;
    ArrivalForecast arrivals;
    /// By CounterIx: how long the clerk there takes against the others; empty: like everybody.
    std::vector<double> pace;

    friend bool operator==(const Belief&, const Belief&) = default;
};

/// The forecast of a scenario's day that opens at `opens`.
[[nodiscard]] ArrivalForecast forecastOf(const Demand& demand, Instant opens, Millis lasts);

} // namespace starqueue::queue
