#include <queue/rating/rating.h>

#include <queue/steps/checks.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

tl::expected<const RatingSession*, Refusal> needSession(const State& state, RatingSessionId id)
{
    if (const RatingSession* session = state.find(id))
        return session;
    return refuse(RefusalCode::UnknownSession, "",
                  "There is no rating session " + std::to_string(id.value) + ": it may be of another day.");
}

tl::unexpected<Refusal> sessionClosed(const RatingSession& session, const std::string& why)
{
    return refuse(RefusalCode::SessionClosed, word(session.state),
                  "Rating session " + std::to_string(session.id.value) + " takes no press: " + why + ".");
}

std::string endingOf(const RatingSession& session)
{
    return session.state == RatingState::Rated ? "it has been rated" : "its time is over";
}

Decision needPlausiblePress(const RateTicket& command, const RatingSession& session)
{
    if (command.score < 1 || command.score > kLevels)
        return refuse(RefusalCode::BadValue, "",
                      "A score of " + std::to_string(command.score) + " doesn't exist: give 1 to 5.");
    if (command.ticket != session.ticket)
        return refuse(RefusalCode::BadValue, word(session.state),
                      "Rating session " + std::to_string(session.id.value) + " belongs to another ticket, " +
                          std::to_string(session.ticket.value) + ".");
    return {};
}

/// The last instant at which a press could be made: the window's end or the counter's next start.
Instant lastMoment(const RatingSession& session)
{
    return session.state == RatingState::Expired ? std::min(session.ends, session.ended) : session.ends;
}

Decision needTimelyPress(const RateTicket& command, const RatingSession& session, Instant now)
{
    if (session.state == RatingState::Rated)
        return sessionClosed(session, "it has been rated");
    const Instant pressed = command.press.pressed;
    if (pressed + kPressTolerance < session.invited || pressed - kPressTolerance > lastMoment(session))
        return sessionClosed(session, "the press was made outside its window");
    if (now > session.ends + kLateArrival)
        return sessionClosed(session, "the press came more than a minute after its window");
    return {};
}

} // namespace

void endRatings(const State& state, CounterIx counter, Events& events)
{
    for (const RatingSessionId id : state.openSessions) {
        const RatingSession* session = state.find(id);
        if (session && session->counter == counter && isOpen(session->state))
            add(events, RatingExpired{id, counter});
    }
}

Decision decide(const State& state, const ArmRating& command, Instant, Events& events)
{
    const auto session = needSession(state, command.session);
    if (!session)
        return tl::unexpected(session.error());
    if (!isOpen((*session)->state))
        return sessionClosed(**session, endingOf(**session));
    if ((*session)->state != RatingState::Armed)
        add(events, RatingArmed{command.session});
    return {};
}

Decision decide(const State& state, const FailRating& command, Instant, Events& events)
{
    const auto session = needSession(state, command.session);
    if (!session)
        return tl::unexpected(session.error());
    if (!isOpen((*session)->state))
        return sessionClosed(**session, endingOf(**session));
    if ((*session)->state != RatingState::Failed || (*session)->failure != command.reason)
        add(events, RatingFailed{command.session, command.reason});
    return {};
}

Decision decide(const State& state, const RateTicket& command, Instant now, Events& events)
{
    const auto found = needSession(state, command.session);
    if (!found)
        return tl::unexpected(found.error());
    const RatingSession& session = **found;
    if (const auto plausible = needPlausiblePress(command, session); !plausible)
        return plausible;
    if (session.state == RatingState::Rated && session.press == command.press.id)
        return {};
    if (const auto timely = needTimelyPress(command, session, now); !timely)
        return timely;
    add(events, TicketRated{session.id, session.ticket, session.counter, command.score, command.press.id});
    if (std::ranges::count(state.rules->caseLevels, command.score) > 0)
        add(events, CaseOpened{session.id, session.ticket});
    return {};
}

} // namespace starqueue::queue
