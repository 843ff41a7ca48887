#pragma once

#include <house/run/outcome.h>

namespace starqueue::house {

/// Options of the shortest prefix of a red run that is red too, found by bisection in at most some 14 runs.
/// A run that isn't red before T and is after may be green again in between: shortest by halves, not of all.
[[nodiscard]] Options shortestPrefix(const Run& run, const Options& red, const Outcome& outcome);

} // namespace starqueue::house
