#include <queue/experience/calibration.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

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

/// How far waits were beyond the median, on one side, as factors of that side's width.
struct Excess
{
    double factor = 0;
    std::int64_t halfHour = 0;
};

struct Excesses
{
    std::vector<Excess> below; ///< by factor, like `above`
    std::vector<Excess> above;
};

Excesses excessesOf(const std::vector<PromiseOutcome>& outcomes, double scale)
{
    Excesses all;
    for (const PromiseOutcome& outcome : outcomes) {
        const WaitRange& promised = outcome.promised;
        const double off = count(outcome.waited) - scale * count(promised.p50);
        const std::int64_t halfHour = outcome.issued / HalfHourWidth::kLasts;
        if (promised.p50 > promised.p10)
            all.below.push_back({-off / (scale * count(promised.p50 - promised.p10)), halfHour});
        if (promised.p90 > promised.p50)
            all.above.push_back({off / (scale * count(promised.p90 - promised.p50)), halfHour});
    }
    std::ranges::sort(all.below, {}, &Excess::factor);
    std::ranges::sort(all.above, {}, &Excess::factor);
    return all;
}

double bounded(double factor)
{
    return std::clamp(factor, kLeastCorrection, kMostCorrection);
}

/// The factor that one in ten exceed.
double widthOf(const std::vector<Excess>& sorted)
{
    if (sorted.size() < kLeastOutcomes)
        return 1;
    const auto rank =
        static_cast<std::size_t>(std::ceil((1 - kOutside) * static_cast<double>(sorted.size() + 1)));
    return bounded(sorted[std::min(rank, sorted.size()) - 1].factor);
}

/// The same in one half-hour.
double widthIn(const std::vector<Excess>& sorted, std::int64_t halfHour)
{
    if (sorted.size() < kLeastOutcomes)
        return 1;
    const auto own = static_cast<double>(std::ranges::count(sorted, halfHour, &Excess::halfHour));
    const double share = kPriorOutcomes / static_cast<double>(sorted.size());
    const double target = (1 - kOutside) * (own + kPriorOutcomes + 1);
    double seen = 0;
    for (const Excess& one : sorted) {
        seen += share + (one.halfHour == halfHour ? 1 : 0);
        if (seen >= target)
            return bounded(one.factor);
    }
    return bounded(sorted.back().factor);
}

Calibration calibrationOf(double scale, const Excesses& excesses)
{
    return {scale, widthOf(excesses.below), widthOf(excesses.above)};
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

Calibration DailyCalibration::at(Millis sinceMidnight) const
{
    const auto found = std::ranges::find_if(halfHours, [sinceMidnight](const HalfHourWidth& one) {
        return one.from <= sinceMidnight && sinceMidnight < one.from + HalfHourWidth::kLasts;
    });
    return found == halfHours.end() ? overall : Calibration{overall.scale, found->lower, found->upper};
}

Calibration calibrate(const std::vector<PromiseOutcome>& outcomes)
{
    if (outcomes.size() < kLeastOutcomes)
        return {};
    const double scale = scaleOf(outcomes);
    return calibrationOf(scale, excessesOf(outcomes, scale));
}

DailyCalibration calibrateByHalfHour(const std::vector<PromiseOutcome>& outcomes)
{
    if (outcomes.size() < kLeastOutcomes)
        return {};
    const double scale = scaleOf(outcomes);
    const Excesses excesses = excessesOf(outcomes, scale);
    DailyCalibration calibration{calibrationOf(scale, excesses)};
    std::set<std::int64_t> halfHours;
    for (const PromiseOutcome& outcome : outcomes)
        halfHours.insert(outcome.issued / HalfHourWidth::kLasts);
    for (const std::int64_t halfHour : halfHours)
        calibration.halfHours.push_back({HalfHourWidth::kLasts * halfHour, widthIn(excesses.below, halfHour),
                                         widthIn(excesses.above, halfHour)});
    return calibration;
}

} // namespace starqueue::queue
