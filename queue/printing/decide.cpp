#include <queue/printing/printing.h>

#include <queue/order/promise_by_rank.h>
#include <queue/printing/jobs.h>
#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

tl::expected<const PrintJob*, Refusal> needJob(const State& state, PrintJobId id)
{
    if (const PrintJob* job = state.find(id))
        return job;
    return refuse(RefusalCode::UnknownPrintJob, "",
                  "There is no print job " + std::to_string(id.value) + " today: look for pending ones.");
}

tl::unexpected<Refusal> wrongJobState(const PrintJob& job, std::string_view advice)
{
    return refuse(RefusalCode::JobState, word(job.state),
                  "Print job " + std::to_string(job.id.value) + " is " + std::string(word(job.state)) + ": " +
                      std::string(advice) + ".");
}

bool needsAnother(const State& state, const PrintJob& job, PrintOutcome outcome, Instant now)
{
    const bool failed = outcome == PrintOutcome::Unknown || outcome == PrintOutcome::PaperOut ||
                        outcome == PrintOutcome::CoverOpen || outcome == PrintOutcome::Offline;
    const Ticket* ticket = state.find(job.ticket);
    return failed && now < job.expires && ticket && isPrintable(*ticket) && ticket->printJob == job.id;
}

} // namespace

Decision decide(const State& state, const ReprintTicket& command, Instant now, Events& events)
{
    const auto ticket = needTicketToReprint(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    if (command.kiosk.empty())
        return refuse(RefusalCode::BadValue, "", "No kiosk is named: say which one is to print.");
    dropPendingJob(state, **ticket, events);
    PrintJob job = makePrintJob(state, **ticket, command.kiosk, now);
    job.reprint = true;
    job.ahead = shownAhead(state, **ticket, now);
    add(events, PrintJobCreated{std::move(job)});
    return {};
}

Decision decide(const State& state, const TakePrintJob& command, Instant now, Events& events)
{
    const auto job = needJob(state, command.job);
    if (!job)
        return tl::unexpected(job.error());
    if ((*job)->state == PrintJobState::Taken && (*job)->takenBy == command.bridge)
        return {};
    if ((*job)->state != PrintJobState::Pending)
        return wrongJobState(**job, "somebody else prints it or has printed it, take another");
    if (now >= (*job)->expires)
        return refuse(RefusalCode::JobState, "ended",
                      "Print job " + std::to_string(command.job.value) + " has expired: take another.");
    add(events, PrintJobTaken{command.job, command.bridge});
    return {};
}

Decision decide(const State& state, const EndPrintJob& command, Instant now, Events& events)
{
    const auto job = needJob(state, command.job);
    if (!job)
        return tl::unexpected(job.error());
    if (command.outcome == PrintOutcome::None)
        return refuse(RefusalCode::BadValue, "", "A print job can't end with no outcome: say how it ended.");
    if ((*job)->state == PrintJobState::Ended && (*job)->outcome == command.outcome)
        return {};
    if ((*job)->state != PrintJobState::Taken)
        return wrongJobState(**job, "only a job that was taken can be ended");
    add(events, PrintJobEnded{command.job, command.outcome});
    if (!needsAnother(state, **job, command.outcome, now))
        return {};
    PrintJob next = **job;
    next.id = {state.lastPrintJob.value + 1};
    next.state = PrintJobState::Pending;
    next.reprint = (*job)->reprint || command.outcome == PrintOutcome::Unknown;
    next.created = now;
    next.takenBy.clear();
    add(events, PrintJobCreated{std::move(next)});
    return {};
}

} // namespace starqueue::queue
