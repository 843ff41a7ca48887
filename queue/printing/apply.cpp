#include <queue/printing/printing.h>

#include <queue/steps/changes.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

void notePrinted(State& state, const std::string& kiosk, Instant at)
{
    for (auto& [id, device] : state.devices)
        if (device.kind == DeviceKind::Printer && device.kiosk == kiosk)
            device.lastPrinted = at;
}

} // namespace

void apply(State& state, const PrintJobCreated& event, Instant)
{
    state.printJobs.push_back(event.job);
    state.lastPrintJob = event.job.id;
    state.openJobs.push_back(event.job.id);
    ticketIn(state, event.job.ticket).printJob = event.job.id;
}

void apply(State& state, const SlipCreated& event, Instant)
{
    state.printJobs.push_back(event.job);
    state.lastPrintJob = event.job.id;
    state.openJobs.push_back(event.job.id);
}

void apply(State& state, const PrintJobTaken& event, Instant)
{
    PrintJob& job = jobIn(state, event.job);
    job.state = PrintJobState::Taken;
    job.takenBy = event.bridge;
}

void apply(State& state, const PrintJobEnded& event, Instant at)
{
    PrintJob& job = jobIn(state, event.job);
    job.state = PrintJobState::Ended;
    job.outcome = event.outcome;
    job.ended = at;
    std::erase(state.openJobs, job.id);
    if (event.outcome == PrintOutcome::Printed)
        notePrinted(state, job.kiosk, at);
}

void apply(State& state, const PrintJobPaper& event, Instant)
{
    jobIn(state, event.job).paper = event.paper;
}

} // namespace starqueue::queue
