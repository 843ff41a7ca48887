#pragma once

#include <house/run/outcome.h>

namespace starqueue::house {

/// Runs the seeds of `options` one by one and prints how each ended: of a red one the line that reproduces
/// its shortest prefix. Every 20th runs twice, and must give the same hash. Of more than one it prints how
/// many a second, and what should have happened sometimes and never did. False: something was red. With
/// `hashes` it prints nothing but each seed's hash; false: a run broke off.
[[nodiscard]] bool runSeeds(const Run& run, const Options& options);

} // namespace starqueue::house
