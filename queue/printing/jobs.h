#pragma once

#include <queue/model/decision.h>
#include <queue/model/event_list.h>
#include <queue/state/state.h>

#include <string>

namespace starqueue::queue {

/// Whether the ticket may still be printed.
[[nodiscard]] bool isPrintable(const Ticket& ticket);
/// Whether somebody still waits for this job's paper: its ticket needs one, and this is its last job.
[[nodiscard]] bool isWanted(const State& state, const PrintJob& job);
/// Whether a job that ended so leaves a customer who waits without paper, and may be followed by another.
[[nodiscard]] bool isPaperDue(const PrintJob& job, PrintOutcome outcome);
/// The ticket of that id, if it may be printed again.
[[nodiscard]] tl::expected<const Ticket*, Refusal> needTicketToReprint(const State& state, TicketId id);
/// Whether it has been pending for so long that whoever waits has gone on without paper. Not while another's
/// ticket waits in the printer: it comes once that is taken. For a slip nobody waits.
[[nodiscard]] bool isPendingTooLong(const State& state, const PrintJob& job, Instant now);
/// Drops the ticket's pending print job, if any.
void dropPendingJob(const State& state, const Ticket& ticket, Events& events);
/// A new pending job with the next id, for `ticket` at `kiosk`.
[[nodiscard]] PrintJob makePrintJob(const State& state, const Ticket& ticket, const std::string& kiosk,
                                    Instant now);

} // namespace starqueue::queue
