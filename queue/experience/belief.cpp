#include <queue/experience/belief.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

double ArrivalForecast::rateAt(Instant when) const
{
    if (when < from)
        return 0;
    const auto place = static_cast<std::size_t>((when - from) / step);
    return place < perMinute.size() ? perMinute[place] : 0;
}

double ArrivalForecast::expected(Instant a, Instant b) const
{
    double sum = 0;
    for (std::size_t i = 0; i < perMinute.size(); ++i) {
        const Instant begins = from + step * static_cast<int>(i);
        const Millis inside = std::min(b, begins + step) - std::max(a, begins);
        sum += perMinute[i] * std::max(0.0, time::inMinutes(inside));
    }
    return sum;
}

void learnFactor(ArrivalForecast& forecast, double sd, double arrived, double expected)
{
    if (sd <= 0) {
        forecast.factor = 1;
        forecast.factorSd = 0;
        return;
    }
    const double prior = 1 / (sd * sd);
    forecast.factor = (prior + arrived) / (prior + expected);
    forecast.factorSd = std::sqrt(prior + arrived) / (prior + expected);
}

ArrivalForecast forecastOf(const Demand& demand, Instant opens, Millis lasts)
{
    ArrivalForecast forecast;
    forecast.from = opens;
    forecast.factorSd = demand.arrivals.dayFactorSd;
    const std::vector<double>& hourly = demand.arrivals.hourly;
    forecast.step = hourly.empty() ? lasts : Millis{std::chrono::hours{1}};
    if (hourly.empty())
        forecast.perMinute = {demand.arrivals.perMinute};
    for (const double share : hourly)
        forecast.perMinute.push_back(demand.arrivals.perMinute * share);
    return forecast;
}

} // namespace starqueue::queue
