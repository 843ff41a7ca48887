#include <hall/api/handlers/route.h>
#include <hall/api/users/session_start.h>

#include <array>

namespace starqueue::hall {

namespace {

using db::SecurityEvent;

void showSession(Hall& hall, const ExchangePtr& exchange)
{
    send(exchange->reply, rendered(200, describe(hall, *exchange, exchange->caller)));
}

void logOut(Hall& hall, const ExchangePtr& exchange)
{
    if (!exchange->caller.user)
        return send(exchange->reply, noSession());
    hall.login.sessions.close(hall.login.cookie.sessionIn(exchange->request));
    hall.events.recheck();
    hall.security.note(SecurityEvent::LoggedOut, exchange->caller.user->name);
    exchange->reply.send(204, "", "", {hall.login.cookie.set("")});
}

void listSessions(Hall& hall, const ExchangePtr& exchange)
{
    nlohmann::json list = nlohmann::json::array();
    if (exchange->caller.user)
        for (const auto& one : hall.login.sessions.ofSameUser(hall.login.cookie.sessionIn(exchange->request)))
            list.push_back({{"ageSeconds", std::chrono::floor<std::chrono::seconds>(one.age).count()},
                            {"unusedSeconds", std::chrono::floor<std::chrono::seconds>(one.unused).count()},
                            {"isThis", one.isThis}});
    send(exchange->reply, rendered(200, list));
}

void logOutElsewhere(Hall& hall, const ExchangePtr& exchange)
{
    if (!exchange->caller.user)
        return send(exchange->reply, noSession());
    const auto ended = hall.login.sessions.closeOthers(hall.login.cookie.sessionIn(exchange->request));
    hall.events.recheck();
    hall.security.note(SecurityEvent::LoggedOut, exchange->caller.user->name,
                       std::to_string(ended) + " sessions elsewhere");
    send(exchange->reply, rendered(200, {{"ended", ended}}));
}

constexpr std::array kSessionRoutes{
    Route{"GET", "/sessions", kPeople, listSessions},
    Route{"GET", "/sessions/current", kAnybody, showSession, {}, Needs::AnyPassword},
    Route{"DELETE", "/sessions/current", kAnybody, logOut, {}, Needs::AnyPassword},
    Route{"DELETE", "/sessions/others", kPeople, logOutElsewhere, {}, Needs::Proof},
};

} // namespace

std::span<const Route> sessionRoutes()
{
    return kSessionRoutes;
}

} // namespace starqueue::hall
