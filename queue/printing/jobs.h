#pragma once

#include <queue/model/decision.h>
#include <queue/model/event_list.h>
#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

/// Who holds the ticket still goes by the number on its paper.
[[nodiscard]] bool wantsPaper(const Ticket& ticket);
/// The ticket, which may be printed again at any kiosk.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToReprint(const State& state, TicketId id);
/// A print job still pending for `ticket` has lost its purpose.
void dropPendingJob(const State& state, const Ticket& ticket, Events& events);
/// The next print job, for `ticket` at `kiosk`.
[[nodiscard]] PrintJob makePrintJob(const State& state, const Ticket& ticket, const std::string& kiosk,
                                    Instant now);

} // namespace starqueue::queue
