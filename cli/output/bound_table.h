#pragma once

#include <queue/rules/rules.h>

#include <string>

namespace starqueue::cli {

/// By how many minutes somebody of a tier (line) can at most be overtaken by somebody of another (column),
/// over all counters and services; "none": without bound. Tiers by the stars that they begin at.
[[nodiscard]] std::string boundTable(const queue::Rules& rules);

} // namespace starqueue::cli
