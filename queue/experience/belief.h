#pragma once

#include <queue/demand/scenario.h>
#include <time/instant.h>

#include <vector>

namespace starqueue::queue {

/// A factor of arrivals that is drawn at random is at least this.
inline constexpr double kLeastArrivalFactor = 0.05;

/// The expected arrivals a minute, step by step.
struct ArrivalForecast
{
    Instant from{};
    Millis step = Minutes{30};
    std::vector<double> perMinute; ///< from `from` on; outside it nobody is expected
    double factor = 1;             ///< today's arrivals relative to the usual
    double factorSd = 0;           ///< standard deviation of factor

    /// The expected arrivals a minute at `when`, without the factor.
    [[nodiscard]] double rateAt(Instant when) const;
    /// Customers expected in [a, b), without the factor.
    [[nodiscard]] double expected(Instant a, Instant b) const;

    friend bool operator==(const ArrivalForecast&, const ArrivalForecast&) = default;
};

/// Updates factor and factorSd after `arrived` customers where `expected` were: a Gamma prior of mean 1 and
/// deviation `sd` with Poisson arrivals gives a Gamma posterior.
void learnFactor(ArrivalForecast& forecast, double sd, double arrived, double expected);

/// The parameters of an estimate.
struct Belief
{
    /// Shares, service times and no-shows; its arrivals are not used.
    Demand demand;
    ArrivalForecast arrivals;
    /// By CounterIx: service time of its clerk relative to the others; empty: 1 for all.
    std::vector<double> pace;

    friend bool operator==(const Belief&, const Belief&) = default;
};

/// The forecast of a scenario's day that opens at `opens`.
[[nodiscard]] ArrivalForecast forecastOf(const Demand& demand, Instant opens, Millis lasts);

} // namespace starqueue::queue
