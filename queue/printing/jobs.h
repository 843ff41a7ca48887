#pragma once

#include <queue/model/event_list.h>
#include <queue/model/state.h>

#include <string>

namespace starqueue::queue {

/// A print job still pending for `ticket` has lost its purpose.
void dropPendingJob(const State& state, const Ticket& ticket, Events& events);
/// The next print job, for `ticket` at `kiosk`.
[[nodiscard]] PrintJob makePrintJob(const State& state, const Ticket& ticket, const std::string& kiosk,
                                    Instant now);

} // namespace starqueue::queue
