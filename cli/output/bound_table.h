#pragma once

#include <queue/rules/rules.h>

#include <string>

namespace starqueue::cli {

/// The bounds in minutes: by how much somebody of a tier (row) can be overtaken at most by somebody of
/// another (column), over all counters and services; "none": no bound. Tiers are named by their least stars.
[[nodiscard]] std::string boundTable(const queue::Rules& rules);

} // namespace starqueue::cli
