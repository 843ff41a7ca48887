#include <queue/rating/rating.h>

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

// The session stays as it ended at the panel: where a rating came from is never mixed up.
void apply(State& state, const TicketRatedLate& event, Instant at)
{
    state.ratedByPhone[event.visit.session] = at;
}

void apply(State& state, const RatingExplained& event, Instant at)
{
    state.explained[event.visit.session] = at;
}

void apply(State& state, const RatingExpired& event, Instant at)
{
    endSession(state, sessionIn(state, event.session), RatingState::Expired, at);
}

void apply(State&, const CaseOpened&, Instant) {}

} // namespace starqueue::queue
