#pragma once

#include <client/api/values.h>

#include <optional>

namespace starqueue::client {

/// How an expected wait is said, in minutes: both ends are rounded outwards, so that it never promises more
/// than the estimate does; "8–14", or "5" where both meet. Empty without an estimate.
///
/// tests/data/wait_cases.json has the cases that this, the paper and the pages all keep to.
[[nodiscard]] QString waitMinutes(const std::optional<api::WaitRange>& wait);

} // namespace starqueue::client
