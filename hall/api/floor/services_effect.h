#pragma once

#include <hall/api/context/hall.h>

#include <db/writer/writer.h>

#include <cstddef>

namespace starqueue::hall {

/// How often each hall of a preview is simulated. Of 100 customers as many wait as long as a figure says with
/// a standard error of 0.7 at p10 and p90, 1.1 at p50, and 0.9 between p10 and p90.
inline constexpr std::size_t kPreviewRuns = 2000;

/// Previews a change of which services a counter gives: for each service how many wait, how many open
/// counters give it, and how long a newcomer without stars would wait, before and after. The waits are
/// simulated in the background with the same seed; by rank until the hall has read its past.
void previewServices(Hall& hall, const ExchangePtr& exchange, db::Intent intent);

} // namespace starqueue::hall
