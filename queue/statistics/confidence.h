#pragma once

#include <optional>
#include <vector>

namespace starqueue::queue {

/// Half the width of the 95 % confidence interval of the mean of independent values (Student's t by the
/// expansion 26.7.5 of Abramowitz and Stegun: within 1 % for 3 values, 0.1 % for 5 and more). Empty for fewer
/// than 3.
[[nodiscard]] std::optional<double> halfWidth(const std::vector<double>& values);

} // namespace starqueue::queue
