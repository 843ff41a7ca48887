#include <hall/api/users/session_start.h>

namespace starqueue::hall {

namespace {

const Problem kTooOften{
    429, "too_many", "There were many attempts to log in. Wait a minute before the next.", {}};

nlohmann::json described(const Caller& caller, const std::string& news)
{
    return {{"user", caller.user ? nlohmann::json(caller.user->name) : nlohmann::json(nullptr)},
            {"role", queue::word(caller.role)},
            {"passwordChangeNeeded", caller.user && caller.user->mustChange},
            {"sinceLastLogin", nlohmann::json::parse(news.empty() ? "null" : news)}};
}

} // namespace

Problem noSession()
{
    return {404, "not_found", "A token was sent; it has no session and no password.", {}};
}

nlohmann::json describe(Hall& hall, const Exchange& exchange, const Caller& caller)
{
    return described(caller, caller.user
                                 ? hall.login.sessions.newsOf(hall.login.cookie.sessionIn(exchange.request))
                                 : std::string{});
}

std::string requestOf(const Exchange& exchange)
{
    std::string request(exchange.key.request.begin(), exchange.key.request.end());
    request.append(exchange.key.body.said.begin(), exchange.key.body.said.end());
    return request;
}

void startSession(Hall& hall, const Exchange& exchange, const db::User& user, int status, std::string news)
{
    Caller caller;
    caller.role = user.role;
    caller.user = user;
    const std::string body = described(caller, news).dump();
    const std::string id =
        hall.login.sessions.open({user.id, user.version}, std::move(news), requestOf(exchange));
    exchange.reply.send(status, "application/json", body,
                        {hall.login.cookie.set(id), {"Cache-Control", "no-store"}});
}

std::string knownName(Hall& hall, const std::string& typed)
{
    const auto user = hall.login.users.named(typed);
    return user && *user ? typed : std::string{};
}

void refuseTooOften(Hall& hall, const Exchange& exchange, const std::string& name)
{
    hall.security.note(db::SecurityEvent::LoginThrottled, knownName(hall, name));
    send(exchange.reply, kTooOften);
}

void afterHashing(Hall& hall, const ExchangePtr& exchange, sync::Strand::Work work)
{
    if (!doInTurn(hall.login.work, exchange->reply, exchange->request.peer, std::move(work)))
        send(exchange->reply, kTooOften);
}

} // namespace starqueue::hall
