#include <queue/printing/printing.h>

#include <queue/order/ahead.h>
#include <queue/order/promise_by_rank.h>
#include <queue/printing/jobs.h>
#include <queue/steps/checks.h>

namespace starqueue::queue {

namespace {

constexpr auto kSlipLife = std::chrono::hours(16); // over a night in which the printer is off

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

/// A bridge drops what it was told that nobody wants; a call that was undone since makes it wanted again.
bool needsAnother(const State& state, const PrintJob& job, PrintOutcome outcome, Instant now)
{
    return isPaperDue(job, outcome) && now < job.expires && isWanted(state, job);
}

PrintJob slipJob(const State& state, const std::string& kiosk, const std::string& text, Instant now)
{
    PrintJob job;
    job.id = {state.lastPrintJob.value + 1};
    job.kiosk = kiosk;
    job.created = now;
    job.expires = now + kSlipLife;
    job.slip = text;
    return job;
}

/// Nothing follows once the paper is gone.
bool mayFollow(PaperEvent before, PaperEvent event)
{
    return before == PaperEvent::None || (before == PaperEvent::Presented && event != PaperEvent::Presented);
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

Decision decide(const State& state, const ForgoPaper& command, Instant, Events& events)
{
    const auto ticket = needTicket(state, command.ticket);
    if (!ticket)
        return tl::unexpected(ticket.error());
    const PrintJob* const job = state.find((*ticket)->printJob);
    if (job && job->state != PrintJobState::Ended)
        add(events, PrintJobEnded{job->id, PrintOutcome::Dropped});
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
    if ((*job)->isSlip()) {
        PrintJob again = slipJob(state, (*job)->kiosk, (*job)->slip, now);
        again.expires = (*job)->expires;
        again.reprint = (*job)->reprint || command.outcome == PrintOutcome::Unknown;
        add(events, SlipCreated{std::move(again)});
        return {};
    }
    PrintJob next = **job;
    next.id = {state.lastPrintJob.value + 1};
    next.state = PrintJobState::Pending;
    next.reprint = (*job)->reprint || command.outcome == PrintOutcome::Unknown;
    next.created = now;
    next.takenBy.clear();
    add(events, PrintJobCreated{std::move(next)});
    return {};
}

Decision decide(const State& state, const PrintSlip& command, Instant now, Events& events)
{
    if (command.kiosk.empty() || command.text.empty())
        return refuse(RefusalCode::BadValue, "", "A slip needs a kiosk, and words to stand on it.");
    add(events, SlipCreated{slipJob(state, command.kiosk, command.text, now)});
    return {};
}

Decision decide(const State& state, const ReportPaper& command, Instant, Events& events)
{
    const auto job = needJob(state, command.job);
    if (!job)
        return tl::unexpected(job.error());
    if (command.event == PaperEvent::None)
        return refuse(RefusalCode::BadValue, "", "Nothing is said of the paper: say what became of it.");
    if ((*job)->outcome != PrintOutcome::Printed && (*job)->outcome != PrintOutcome::Sent)
        return wrongJobState(**job, "a paper is there once a job has ended as printed or sent");
    if ((*job)->paper == command.event)
        return {};
    if (!mayFollow((*job)->paper, command.event))
        return refuse(RefusalCode::JobState, word((*job)->paper),
                      "The paper of print job " + std::to_string(command.job.value) + " is " +
                          std::string(word((*job)->paper)) + " already: nothing follows.");
    add(events, PrintJobPaper{command.job, command.event});
    return {};
}

} // namespace starqueue::queue
