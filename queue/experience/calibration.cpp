#include <queue/experience/calibration.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

constexpr double kOutside = 0.1;
constexpr double kLeastCorrection = 0.2;
constexpr double kMostCorrection = 5;

double count(Millis span)
{
    return static_cast<double>(span.count());
}

Millis scaled(Millis span, double factor)
{
    return Millis{std::llround(count(span) * factor)};
}

/// The median of waited / promised, weighted by the promise.
double scaleOf(const std::vector<PromiseOutcome>& outcomes)
{
    std::vector<std::pair<double, double>> ratios;
    double weight = 0;
    for (const PromiseOutcome& outcome : outcomes) {
        const double promised = count(outcome.promised.p50);
        if (promised <= 0)
            continue;
        ratios.emplace_back(count(outcome.waited) / promised, promised);
        weight += promised;
    }
    std::ranges::sort(ratios);
    double seen = 0;
    for (const auto& [ratio, own] : ratios) {
        seen += own;
        if (seen * 2 >= weight)
            return std::clamp(ratio, kLeastCorrection, kMostCorrection);
    }
    return 1;
}

/// The value that `share` of them are below.
double quantile(std::vector<double> values, double share)
{
    if (values.size() < kLeastOutcomes)
        return 1;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size() + 1)));
    const std::size_t place = std::min(rank, values.size()) - 1;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place), values.end());
    return std::clamp(values[place], kLeastCorrection, kMostCorrection);
}

} // namespace

WaitRange Calibration::corrected(const WaitRange& promised) const
{
    const Millis p50 = scaled(promised.p50, scale);
    const Millis down = scaled(promised.p50 - promised.p10, scale * lower);
    const Millis up = scaled(promised.p90 - promised.p50, scale * upper);
    return {std::max(Millis{0}, p50 - down), p50, p50 + up};
}

WaitRange Calibration::uncorrected(const WaitRange& promised) const
{
    return Calibration{1 / scale, 1 / lower, 1 / upper}.corrected(promised);
}

Calibration calibrate(const std::vector<PromiseOutcome>& outcomes)
{
    Calibration calibration;
    if (outcomes.size() < kLeastOutcomes)
        return calibration;
    calibration.scale = scaleOf(outcomes);
    std::vector<double> below;
    std::vector<double> above;
    for (const PromiseOutcome& outcome : outcomes) {
        const WaitRange& promised = outcome.promised;
        const double off = count(outcome.waited) - calibration.scale * count(promised.p50);
        if (promised.p50 > promised.p10)
            below.push_back(-off / (calibration.scale * count(promised.p50 - promised.p10)));
        if (promised.p90 > promised.p50)
            above.push_back(off / (calibration.scale * count(promised.p90 - promised.p50)));
    }
    calibration.lower = quantile(std::move(below), 1 - kOutside);
    calibration.upper = quantile(std::move(above), 1 - kOutside);
    return calibration;
}

} // namespace starqueue::queue
