#include <queue/statistics/confidence.h>

#include <cmath>

namespace starqueue::queue {

namespace {

/// The 97.5 % point of Student's t with `freedom` degrees.
double studentPoint(double freedom)
{
    const double x = 1.959963984540054;
    const double x3 = x * x * x;
    const double x5 = x3 * x * x;
    const double x7 = x5 * x * x;
    const double x9 = x7 * x * x;
    const double g1 = (x3 + x) / 4;
    const double g2 = (5 * x5 + 16 * x3 + 3 * x) / 96;
    const double g3 = (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / 384;
    const double g4 = (79 * x9 + 776 * x7 + 1482 * x5 - 1920 * x3 - 945 * x) / 92160;
    return x + g1 / freedom + g2 / std::pow(freedom, 2) + g3 / std::pow(freedom, 3) +
           g4 / std::pow(freedom, 4);
}

} // namespace

std::optional<double> halfWidth(const std::vector<double>& values)
{
    if (values.size() < 3)
        return {};
    const auto n = static_cast<double>(values.size());
    double mean = 0;
    for (const double value : values)
        mean += value / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return studentPoint(n - 1) * std::sqrt(squares / (n - 1) / n);
}

} // namespace starqueue::queue
