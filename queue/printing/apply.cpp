#include <queue/printing/printing.h>

#include <queue/steps/changes.h>

#include <algorithm>

namespace starqueue::queue {

void apply(State& state, const PrintJobCreated& event, Instant)
{
    state.printJobs.push_back(event.job);
    state.lastPrintJob = event.job.id;
    state.openJobs.push_back(event.job.id);
    ticketIn(state, event.job.ticket).printJob = event.job.id;
}

void apply(State& state, const PrintJobTaken& event, Instant)
{
    PrintJob& job = jobIn(state, event.job);
    job.state = PrintJobState::Taken;
    job.takenBy = event.bridge;
}

void apply(State& state, const PrintJobEnded& event, Instant)
{
    PrintJob& job = jobIn(state, event.job);
    job.state = PrintJobState::Ended;
    job.outcome = event.outcome;
    std::erase(state.openJobs, job.id);
}

} // namespace starqueue::queue
