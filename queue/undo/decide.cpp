#include <queue/undo/undo.h>

#include <queue/printing/events.h>
#include <queue/printing/jobs.h>
#include <queue/rating/events.h>
#include <queue/steps/checks.h>
#include <queue/tickets/events.h>
#include <queue/undo/checks.h>

namespace starqueue::queue {

namespace {

Decision needInTime(const Step& step, Instant now)
{
    if (now <= undoableUntil(step))
        return {};
    return refuse(RefusalCode::NothingToUndo, "",
                  "More than " + std::to_string(kStepUndoTime.count()) +
                      " s have passed: go on with what can be done with the ticket now.");
}

bool isOpenSession(const State& state, const Step& step)
{
    const Ticket& ticket = *state.find(step.ticket.id);
    const RatingSession* const session = state.find(ticket.session);
    return session && isOpen(session->state);
}

/// The job that ended without a proved paper since the step made it needless: in the hall at once, or later
/// by a bridge that had it in hand. Null: there is none.
const PrintJob* jobMadeNeedless(const State& state, const Step& step)
{
    const Ticket& ticket = *state.find(step.ticket.id);
    if (isPrintable(ticket) || !isPrintable(step.ticket))
        return nullptr;
    const PrintJob* const job = state.find(ticket.printJob);
    const bool hasEnded = job && job->state == PrintJobState::Ended && job->ended >= step.at;
    return hasEnded && isPaperDue(*job, job->outcome) ? job : nullptr;
}

/// Another job, as nobody can know what became of the one that ended.
void printAgain(const State& state, const Step& step, Instant now, Events& events)
{
    const PrintJob* const ended = jobMadeNeedless(state, step);
    if (!ended)
        return;
    PrintJob job = makePrintJob(state, step.ticket, ended->kiosk, now);
    job.reprint = ended->reprint || ended->outcome == PrintOutcome::Unknown;
    job.ahead = ended->ahead;
    job.expires = ended->expires;
    add(events, PrintJobCreated{std::move(job)});
}

Decision undo(const State& state, const Step& step, Instant now, Events& events)
{
    if (const auto inTime = needInTime(step, now); !inTime)
        return inTime;
    if (step.kind == StepKind::Finish && isOpenSession(state, step))
        add(events, RatingExpired{state.find(step.ticket.id)->session, step.counter});
    if (isCall(step))
        add(events, TicketRequeued{step.ticket.id, step.ticket.counted, true});
    else
        add(events, StepUndone{step.ticket.id, step.counter, step.kind, step.at});
    if (!isPrintable(step.ticket)) // it may have been asked for since
        dropPendingJob(state, *state.find(step.ticket.id), events);
    printAgain(state, step, now, events);
    return {};
}

} // namespace

Decision decide(const State& state, const UndoStep& command, Instant now, Events& events)
{
    const auto step = needStepToUndo(state, command.counter);
    if (!step)
        return tl::unexpected(step.error());
    return undo(state, **step, now, events);
}

Decision decide(const State& state, const UndoFloorStep& command, Instant now, Events& events)
{
    const Step* const step = state.steps.lastOnFloor(command.ticket, command.at);
    if (!step)
        return refuse(
            RefusalCode::NothingToUndo, "",
            "Nothing of the last seconds is to be taken back there: go on with what can be done with "
            "the ticket now.");
    if (const auto may = needUndoable(state, *step); !may)
        return may;
    return undo(state, *step, now, events);
}

} // namespace starqueue::queue
