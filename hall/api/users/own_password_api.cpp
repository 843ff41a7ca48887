#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/users/new_password.h>
#include <hall/api/users/session_start.h>

#include <db/users/known/known_passwords.h>

#include <array>
#include <optional>
#include <string>

namespace starqueue::hall {

namespace {

using db::SecurityEvent;

/// Nobody guesses anything so: it isn't noted.
const Problem kAskedTooOften{
    429, "too_many", "Many passwords were judged. Wait some minutes before the next, or take one.", {}};

/// Whether that is the password of who has logged in; false: it isn't, and the answer is sent.
bool isPassword(Hall& hall, const Exchange& exchange, const std::string& password)
{
    const std::string& name = exchange.caller.user->name;
    const auto right = hall.login.users.check(name, password);
    if (right && *right)
        return true;
    if (right)
        hall.security.note(SecurityEvent::LoginRefused, name);
    send(exchange.reply, right ? Problem{403, "login_refused", "The present password is another.", {}}
                               : Problem{503, "unavailable", right.error().detail, {}});
    return false;
}

void prove(Hall& hall, const Exchange& exchange, const std::string& password)
{
    if (!isPassword(hall, exchange, password))
        return;
    hall.login.sessions.prove(hall.login.cookie.sessionIn(exchange.request));
    hall.security.note(SecurityEvent::PasswordGiven, exchange.caller.user->name);
    exchange.reply.send(204, "", "");
}

/// The password that somebody with a session has sent; empty: it was refused.
std::optional<std::string> sentPassword(const Exchange& exchange)
{
    Body body(exchange.body);
    std::string password = body.text("password", kLongestPassword);
    if (!body.problem() && exchange.caller.user)
        return password;
    send(exchange.reply, body.problem() ? *body.problem() : noSession());
    return std::nullopt;
}

void givePassword(Hall& hall, const ExchangePtr& exchange)
{
    const auto password = sentPassword(*exchange);
    if (!password)
        return;
    if (!hall.login.guard.mayProve(hall.login.cookie.sessionIn(exchange->request)))
        return refuseTooOften(hall, *exchange, exchange->caller.user->name);
    afterHashing(hall, exchange,
                 [&hall, exchange, password = *password] { prove(hall, *exchange, password); });
}

void change(Hall& hall, const Exchange& exchange, const std::string& old, const std::string& password)
{
    const db::User& user = *exchange.caller.user;
    if (!isPassword(hall, exchange, old))
        return;
    if (const auto problem = whyKnownPassword(user.name, password))
        return send(exchange.reply, *problem);
    const auto changed = hall.login.users.setPassword(user.id, password, false);
    if (!changed || !*changed)
        return send(exchange.reply,
                    Problem{503, "unavailable", changed ? "The user is gone." : changed.error().detail, {}});
    hall.security.note(SecurityEvent::PasswordChanged, user.name);
    startSession(hall, exchange, **changed, 200,
                 hall.login.sessions.newsOf(hall.login.cookie.sessionIn(exchange.request)));
    hall.events.recheck();
}

void changePassword(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string old = body.text("old", kLongestPassword);
    const std::string password = body.text("password", kLongestPassword);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (!exchange->caller.user)
        return send(exchange->reply, noSession());
    const db::User& user = *exchange->caller.user;
    std::string why = db::whyNotSecret(user.role, user.name, password);
    if (why.empty() && password == old)
        why = "The new password is the present one.";
    if (!why.empty())
        return send(exchange->reply, Problem{400, "bad_password", why, {}});
    if (!hall.login.guard.mayProve(hall.login.cookie.sessionIn(exchange->request)))
        return refuseTooOften(hall, *exchange, user.name);
    afterHashing(hall, exchange,
                 [&hall, exchange, old, password] { change(hall, *exchange, old, password); });
}

/// What the hall thinks of a password while it is typed: by the same judges that refuse it later.
void sendJudgement(const Exchange& exchange, const std::string& password)
{
    const db::User& user = *exchange.caller.user;
    nlohmann::json said{{"code", nullptr}, {"why", ""}, {"bits", 0}};
    if (const std::string why = db::whyNotSecret(user.role, user.name, password); !why.empty()) {
        said["code"] = "bad_password";
        said["why"] = why;
        return send(exchange.reply, rendered(200, said));
    }
    said["bits"] = db::bitsOfGuessing(user.name, password);
    if (const auto problem = whyKnownPassword(user.name, password)) {
        if (problem->status != 400)
            return send(exchange.reply, *problem);
        said["code"] = problem->code;
        said["why"] = problem->detail;
    }
    send(exchange.reply, rendered(200, said));
}

void judgePassword(Hall& hall, const ExchangePtr& exchange)
{
    const auto password = sentPassword(*exchange);
    if (!password)
        return;
    if (!hall.login.guard.mayAsk(hall.login.cookie.sessionIn(exchange->request)))
        return send(exchange->reply, kAskedTooOften);
    afterHashing(hall, exchange, [exchange, password = *password] { sendJudgement(*exchange, password); });
}

constexpr std::array kOwnPasswordRoutes{
    Route{"POST", "/sessions/current/password", kPeople, givePassword, "password"},
    Route{"POST", "/users/me/password", kPeople, changePassword, "old password", Needs::AnyPassword},
    Route{"POST", "/users/me/password/judge", kPeople, judgePassword, "password", Needs::AnyPassword},
};

} // namespace

std::span<const Route> ownPasswordRoutes()
{
    return kOwnPasswordRoutes;
}

} // namespace starqueue::hall
