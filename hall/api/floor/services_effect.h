#pragma once

#include <hall/api/context/hall.h>

#include <db/writer/writer.h>

namespace starqueue::hall {

/// Previews a change of which services a counter gives: for each service how many wait, how many open
/// counters give it, and how long a newcomer without stars would wait, before and after. The waits are
/// simulated in the background with the same seed; by rank until the hall has read its past.
void previewServices(Hall& hall, const ExchangePtr& exchange, db::Intent intent);

} // namespace starqueue::hall
