#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/request/permission.h>

#include <queue/rating/sessions.h>

#include <array>
#include <utility>

namespace starqueue::hall {

namespace {

using nlohmann::json;

constexpr std::int64_t kLatestPress = 253'402'300'799'999; ///< ms: the end of the year 9999

/// Which of today's rating sessions are asked for.
struct SessionFilter
{
    bool openOnly = false;
    std::optional<std::string> counter{};
    std::optional<std::uint64_t> token{};

    [[nodiscard]] bool passes(const queue::Rules& rules, const queue::RatingSession& session) const
    {
        return (!counter || rules.counters.at(session.counter.value).id == *counter) &&
               (!openOnly || queue::isOpen(session.state)) && (!token || session.token() == *token);
    }
};

void forEachCandidate(const queue::State& state, const SessionFilter& filter, const auto& look)
{
    if (filter.token)
        for (const queue::RatingSession* session : queue::sessionsWithToken(state, *filter.token))
            look(*session);
    else if (filter.openOnly)
        for (const queue::RatingSessionId id : state.openSessions)
            look(*state.find(id));
    else
        std::ranges::for_each(state.sessions, look);
}

tl::expected<SessionFilter, Problem> sessionFilterIn(const http::Request& request)
{
    SessionFilter filter{request.parameter("open").has_value()};
    if (const auto counter = request.parameter("counter"))
        filter.counter = *counter;
    if (const auto token = request.parameter("token"))
        filter.token = numericId(std::string(*token));
    if (filter.token && (*filter.token < 1 || *filter.token > queue::kTokens))
        return tl::unexpected(badField("token", '"' + std::string(*request.parameter("token")) + '"',
                                       "a whole number from 1 to 65535"));
    return filter;
}

bool mayTouch(const Exchange& exchange, const db::View& view, const queue::RatingSession& session)
{
    return needOwnCounter(exchange.caller, view.state.rules->counters.at(session.counter.value).id)
        .has_value();
}

/// `command`, unless the session is at a counter of another bridge.
db::CommandOrNot onOwnSession(const Exchange& exchange, const db::View& view, queue::RatingSessionId id,
                              const queue::Command& command)
{
    const queue::RatingSession* session = view.state.find(id);
    if (session && !mayTouch(exchange, view, *session))
        return tl::unexpected(db::Denied{"This rating session belongs to another bridge."});
    return command;
}

void getRatingSessions(Hall& hall, const ExchangePtr& exchange)
{
    const auto asked = sessionFilterIn(exchange->request);
    if (!asked)
        return send(exchange->reply, asked.error());
    answer(hall, exchange,
           [&hall, exchange, filter = *asked](const db::View& view) -> tl::expected<Rendered, Problem> {
               if (filter.counter)
                   if (const auto known = counterNamed(view, *filter.counter); !known)
                       return tl::unexpected(problemOf(known.error()));
               json sessions = json::array();
               const auto add = [&](const queue::RatingSession& session) {
                   if (filter.passes(*view.state.rules, session) && mayTouch(*exchange, view, session))
                       sessions.push_back(hall.views(view).ratingSession(session));
               };
               forEachCandidate(view.state, filter, add);
               return rendered(200, sessions);
           });
}

void onSession(Hall& hall, const ExchangePtr& exchange, const queue::Command& command)
{
    const queue::RatingSessionId id{numericId(exchange->id())};
    carryOut(
        hall, exchange,
        [exchange, id, command](const db::View& view) { return onOwnSession(*exchange, view, id, command); },
        [&hall, id](const db::View& view, const db::Accepted&) {
            const queue::RatingSession* session = view.state.find(id);
            return session ? rendered(200, hall.views(view).ratingSession(*session)) : Rendered{204, {}};
        });
}

void armRating(Hall& hall, const ExchangePtr& exchange)
{
    onSession(hall, exchange, queue::ArmRating{queue::RatingSessionId{numericId(exchange->id())}});
}

void failRating(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string reason = body.text("reason");
    if (body.problem())
        return send(exchange->reply, *body.problem());
    onSession(hall, exchange, queue::FailRating{queue::RatingSessionId{numericId(exchange->id())}, reason});
}

tl::expected<queue::RateTicket, Problem> ratingIn(const Exchange& exchange)
{
    Body body(exchange.body);
    queue::RateTicket rate{queue::RatingSessionId{numericId(body.text("session", 20))},
                           queue::TicketId{numericId(exchange.id())},
                           static_cast<int>(body.integer("score", 1, 5)),
                           {}};
    const json* press = body.object("press");
    if (body.problem())
        return tl::unexpected(*body.problem());
    if (!press)
        return tl::unexpected(badField("press", "missing", "{uid, epoch, seq, pressedAt}"));
    Body fields(*press);
    rate.press.id = {fields.text("uid", 40),
                     static_cast<std::uint32_t>(fields.integer("epoch", 0, UINT32_MAX)),
                     static_cast<std::uint32_t>(fields.integer("seq", 0, UINT32_MAX))};
    rate.press.pressed = Instant{Millis{fields.integer("pressedAt", 0, kLatestPress)}};
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    return rate;
}

void rateTicket(Hall& hall, const ExchangePtr& exchange)
{
    const auto rate = ratingIn(*exchange);
    if (!rate)
        return send(exchange->reply, rate.error());
    carryOut(
        hall, exchange,
        [exchange, rate = *rate](const db::View& view) {
            return onOwnSession(*exchange, view, rate.session, rate);
        },
        [rate = *rate](const db::View& view, const db::Accepted& accepted) {
            const queue::RatingSession* session = view.state.find(rate.session);
            const bool again = accepted.repeated || accepted.events.empty();
            const bool stands = session && session->score != 0; // a press that is told again with another
            json out{{"ticket", std::to_string(rate.ticket.value)},
                     {"session", std::to_string(rate.session.value)},
                     {"score", stands ? session->score : rate.score}};
            if (session)
                out["counter"] = view.state.rules->counters.at(session->counter.value).id;
            return rendered(again ? 200 : 201, out);
        });
}

constexpr std::array kRoutes{
    Route{"GET", "/rating-sessions", kBridge, getRatingSessions, "?open ?counter ?token"},
    Route{"POST", "/rating-sessions/{id}/armed", kBridge, armRating},
    Route{"POST", "/rating-sessions/{id}/failed", kBridge, failRating, "reason"},
    Route{"POST", "/tickets/{id}/rating", kBridge, rateTicket,
          "session score press press.uid press.epoch press.seq press.pressedAt"},
};

} // namespace

std::span<const Route> ratingRoutes()
{
    return kRoutes;
}

} // namespace starqueue::hall
