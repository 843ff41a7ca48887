#include <queue/printing/jobs.h>

#include <queue/devices/devices.h>
#include <queue/printing/events.h>
#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

bool isPrintable(const Ticket& ticket)
{
    using enum TicketState;
    return ticket.state == Waiting || ticket.state == Parked || ticket.state == Postponed;
}

bool isWanted(const State& state, const PrintJob& job)
{
    if (job.state == PrintJobState::Ended || job.isSlip())
        return job.state != PrintJobState::Ended;
    const Ticket* ticket = state.find(job.ticket);
    return ticket && isPrintable(*ticket) && ticket->printJob == job.id;
}

bool isPaperDue(const PrintJob& job, PrintOutcome outcome)
{
    const bool mayBeOut = outcome == PrintOutcome::Printed || outcome == PrintOutcome::Sent;
    const bool mayBeTwo = outcome == PrintOutcome::Unknown && job.reprint; // two papers may be out already
    return outcome != PrintOutcome::None && !mayBeOut && !mayBeTwo;
}

tl::expected<const Ticket*, Refusal> needTicketToReprint(const State& state, TicketId id)
{
    const auto ticket = needTicket(state, id);
    if (!ticket)
        return ticket;
    if (const auto day = needOpenDay(state); !day)
        return tl::unexpected(day.error());
    if (!isPrintable(**ticket))
        return wrongState(state, **ticket, "printed again",
                          "only who waits, is parked or has postponed needs the number");
    return ticket;
}

bool isPendingTooLong(const State& state, const PrintJob& job, Instant now)
{
    constexpr Seconds kLongest{60};
    return job.state == PrintJobState::Pending && !job.isSlip() &&
           now - std::max(job.created, job.heldUp) >= kLongest && !isTicketWaiting(state, job.kiosk);
}

void dropPendingJob(const State& state, const Ticket& ticket, Events& events)
{
    if (ticket.printJob.value == 0)
        return;
    const PrintJob* job = state.find(ticket.printJob);
    if (job && job->state == PrintJobState::Pending)
        add(events, PrintJobEnded{job->id, PrintOutcome::Dropped});
}

PrintJob makePrintJob(const State& state, const Ticket& ticket, const std::string& kiosk, Instant now)
{
    PrintJob job;
    job.id = {state.lastPrintJob.value + 1};
    job.ticket = ticket.id;
    job.kiosk = kiosk;
    job.created = now;
    job.expires = now + state.rules->printJobLife;
    return job;
}

} // namespace starqueue::queue
