#include <queue/rating/rating.h>

#include <queue/schema/format.h>
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
    if (session.state == RatingState::Withdrawn)
        return "its service goes on";
    return session.state == RatingState::Rated ? "it has been rated" : "its time is over";
}

Decision needRealScore(int score)
{
    if (score >= 1 && score <= kLevels)
        return {};
    return refuse(RefusalCode::BadValue, "",
                  "A score of " + std::to_string(score) + " doesn't exist: give 1 to 5.");
}

/// A bad one, where somebody can still be won back.
bool opensCase(const State& state, int score)
{
    return std::ranges::count(state.rules->caseLevels, score) > 0;
}

/// Of a case that is opened today.
CaseDates caseDates(const State& state)
{
    return state.hours && state.format >= kSinceCaseDates ? state.hours->cases : CaseDates{};
}

Decision needPlausiblePress(const RateTicket& command, const RatingSession& session)
{
    if (const auto real = needRealScore(command.score); !real)
        return real;
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
    if (session.state == RatingState::Withdrawn)
        return sessionClosed(session, endingOf(session));
    const Instant pressed = command.press.pressed;
    if (pressed + kPressTolerance < session.invited || pressed - kPressTolerance > lastMoment(session))
        return sessionClosed(session, "the press was made outside its window");
    if (now > session.ends + kLateArrival)
        return sessionClosed(session, "the press came more than a minute after its window");
    return {};
}

Decision needRecentVisit(const State& state, const PastVisit& visit, Instant now)
{
    if (now <= visit.finished + std::chrono::days{state.rules->lateDays})
        return {};
    return refuse(RefusalCode::RatingOver, "",
                  "This visit was more than " + std::to_string(state.rules->lateDays) +
                      " days ago: it can't be rated any more.");
}

Decision needReasonsFor(const State& state, const std::vector<std::string>& reasons, int score)
{
    if (reasons.empty())
        return refuse(RefusalCode::BadValue, "", "There is no reason: give one at least.");
    for (const std::string& id : reasons) {
        const RatingReason* const known = findReason(state.rules->ratingReasons, id);
        if (!known || !known->isFor(score))
            return refuse(RefusalCode::BadValue, "",
                          '"' + id + "\" is no reason for a rating of " + std::to_string(score) +
                              " in this hall.");
        if (std::ranges::count(reasons, id) > 1)
            return refuse(RefusalCode::BadValue, "", '"' + id + "\" stands twice.");
    }
    return {};
}

} // namespace

Decision needPhoneRating(const State& state, const PastVisit& visit, bool isRated, Instant now)
{
    const RatingSession* const session = state.find(visit.session);
    if (isRated || state.ratedByPhone.contains(visit.session) ||
        (session && session->state == RatingState::Rated))
        return refuse(RefusalCode::AlreadyRated, "", "This visit has been rated: thank you.");
    if (session && (isOpen(session->state) || now <= session->ends + kLateArrival))
        return refuse(RefusalCode::PanelFirst, "",
                      "The panel at the counter comes first: a minute after it has closed you can rate "
                      "from here.");
    return needRecentVisit(state, visit, now);
}

int scoreOf(const State& state, const PastVisit& visit, int known)
{
    const RatingSession* const session = state.find(visit.session);
    return session && session->state == RatingState::Rated ? session->score : known;
}

std::vector<const RatingReason*> reasonsAskedOf(const State& state, int score)
{
    std::vector<const RatingReason*> asked;
    if (state.format < kSinceRatingReasons || state.rules->lateDays == 0)
        return asked;
    for (const RatingReason& reason : state.rules->ratingReasons) {
        if (reason.isFor(score))
            asked.push_back(&reason);
    }
    return asked;
}

Decision needExplainable(const State& state, const ExplainRating& command, Instant now)
{
    if (scoreOf(state, command.visit, command.score) == 0)
        return refuse(RefusalCode::NotRated, "", "This visit isn't rated: rate it first.");
    if (command.isExplained || state.explained.contains(command.visit.session))
        return refuse(RefusalCode::AlreadyExplained, "", "You have said why: thank you.");
    return needRecentVisit(state, command.visit, now);
}

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
    if (opensCase(state, command.score)) {
        const Ticket* const ticket = state.find(session.ticket);
        add(events, CaseOpened{.session = session.id,
                               .ticket = session.ticket,
                               .number = ticket ? state.numberOf(*ticket) : std::string{},
                               .due = caseDates(state)});
    }
    return {};
}

Decision decide(const State& state, const RateByPhone& command, Instant now, Events& events)
{
    if (const auto real = needRealScore(command.score); !real)
        return real;
    if (const auto may = needPhoneRating(state, command.visit, command.isRated, now); !may)
        return may;
    const PastVisit& visit = command.visit;
    add(events, TicketRatedLate{visit, command.score});
    if (opensCase(state, command.score))
        add(events,
            CaseOpened{visit.session, visit.ticket, visit.number, visit.service, visit.counter, visit.day,
                       visit.finished, state.format >= kSinceCaseDates ? command.due : CaseDates{}});
    return {};
}

Decision decide(const State& state, const ExplainRating& command, Instant now, Events& events)
{
    if (const auto may = needExplainable(state, command, now); !may)
        return may;
    const int score = scoreOf(state, command.visit, command.score);
    if (const auto known = needReasonsFor(state, command.reasons, score); !known)
        return known;
    add(events, RatingExplained{command.visit, score, command.reasons});
    return {};
}

} // namespace starqueue::queue
