#include <queue/steps/changes.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

void endSession(State& state, RatingSession& session, RatingState end, Instant at)
{
    session.state = end;
    session.ended = at;
    std::erase(state.openSessions, session.id);
}

} // namespace

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

void apply(State& state, const RatingInvited& event, Instant)
{
    const RatingSession& session = state.sessions.emplace_back(event.session);
    state.lastSession = session.id;
    state.openSessions.push_back(session.id);
    state.counters.at(session.counter.value).session = session.id;
    ticketIn(state, session.ticket).session = session.id;
}

void apply(State& state, const RatingArmed& event, Instant)
{
    RatingSession& session = sessionIn(state, event.session);
    session.state = RatingState::Armed;
    session.failure.clear();
}

void apply(State& state, const RatingFailed& event, Instant)
{
    RatingSession& session = sessionIn(state, event.session);
    session.state = RatingState::Failed;
    session.failure = event.reason;
}

void apply(State& state, const TicketRated& event, Instant at)
{
    RatingSession& session = sessionIn(state, event.session);
    session.score = event.score;
    session.press = event.press;
    endSession(state, session, RatingState::Rated, at);
}

void apply(State& state, const RatingExpired& event, Instant at)
{
    endSession(state, sessionIn(state, event.session), RatingState::Expired, at);
}

void apply(State& state, const DeviceChanged& event, Instant)
{
    state.devices[event.device.id] = event.device;
}

void apply(State& state, const MessageChanged& event, Instant)
{
    if (event.text == Name{})
        state.messages.erase(event.id);
    else
        state.messages[event.id] = event.text;
}

// For the record, not for the state: cases live in their own table, a test is the bridge's to do.
void apply(State&, const CaseOpened&, Instant) {}
void apply(State&, const DeviceTestRequested&, Instant) {}
void apply(State&, const ClockStepped&, Instant) {}

void apply(State&, const PromisesCalibrated&, Instant) {}
void apply(State&, const FairnessViolated&, Instant) {}

} // namespace starqueue::queue
