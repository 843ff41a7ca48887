#include <queue/estimation/time_table.h>

#include <algorithm>
#include <cmath>

namespace starqueue::queue {

namespace {

template <std::size_t N> double polynomial(const std::array<double, N>& factors, double x)
{
    double sum = 0;
    for (const double factor : factors)
        sum = sum * x + factor;
    return sum;
}

constexpr std::array kA{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                        1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
constexpr std::array kB{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                        6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
constexpr std::array kC{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                        -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
constexpr std::array kD{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
                        3.754408661907416e+00, 1.0};
constexpr double kLowTail = 0.02425;

double serviceQuantile(const ServiceDemand& service, double p)
{
    const auto mean = static_cast<double>(service.mean.count());
    if (service.exponential)
        return -mean * std::log1p(-p);
    const double variance = std::log1p(service.cv * service.cv);
    return mean * std::exp(-variance / 2 + std::sqrt(variance) * normalQuantile(p));
}

} // namespace

double normalQuantile(double p)
{
    if (p > 1 - kLowTail)
        return -normalQuantile(1 - p);
    if (p < kLowTail) {
        const double q = std::sqrt(-2 * std::log(p));
        return polynomial(kC, q) / polynomial(kD, q);
    }
    const double q = p - 0.5;
    return q * polynomial(kA, q * q) / polynomial(kB, q * q);
}

TimeTable::TimeTable(const ServiceDemand& service, double noShowShare, Millis noShowCost)
{
    const auto missed = static_cast<std::size_t>(std::lround(noShowShare * static_cast<double>(kSize)));
    const std::size_t served = kSize - std::min(missed, kSize);
    for (std::size_t i = 0; i < served; ++i) {
        const double p = (static_cast<double>(i) + 0.5) / static_cast<double>(served);
        const double time = serviceQuantile(service, p) + static_cast<double>(service.walkUp.count());
        m_times[i] = static_cast<std::int32_t>(std::clamp(time, 1.0, 2e9));
    }
    std::fill(m_times.begin() + static_cast<std::ptrdiff_t>(served), m_times.end(),
              static_cast<std::int32_t>(noShowCost.count()));
    std::ranges::sort(m_times);
    double last = 0;
    constexpr std::size_t kTail = kSize / 64;
    for (std::size_t i = kSize - kTail; i < kSize; ++i)
        last += m_times[i] - m_times[kSize - kTail];
    m_tail = std::max(1000.0, last / kTail);
}

Millis TimeTable::drawRest(RandomStream& random, Millis elapsed) const
{
    const auto longer = std::ranges::upper_bound(m_times, elapsed.count(), {},
                                                 [](std::int32_t time) { return std::int64_t{time}; });
    const auto left = static_cast<std::size_t>(m_times.end() - longer);
    if (left < kSize / 64)
        return Millis{std::llround(m_tail * random.exponential())};
    const auto place = static_cast<std::ptrdiff_t>(random.uniform() * static_cast<double>(left));
    return Millis{*(longer + place)} - elapsed;
}

} // namespace starqueue::queue
