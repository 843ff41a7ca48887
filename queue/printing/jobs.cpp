#include <queue/printing/jobs.h>

#include <queue/printing/events.h>

namespace starqueue::queue {

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
