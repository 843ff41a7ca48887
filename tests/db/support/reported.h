#pragma once

#include <db/reports/wait_report.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace starqueue::db::test {

inline constexpr DayRange kAlways{std::chrono::year{2000} / 1 / 1, std::chrono::year{2100} / 1 / 1};

/// The percentile by nearest rank, from its definition.
[[nodiscard]] inline double nearest(std::vector<double> values, double percent)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(values.size()))) -
                  1];
}

} // namespace starqueue::db::test
