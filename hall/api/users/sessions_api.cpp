#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/users/new_password.h>
#include <hall/api/users/second_factor.h>

#include <array>

namespace starqueue::hall {

namespace {

using db::SecurityEvent;

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestPassword = 200;
constexpr std::size_t kLongestCode = 40;

const Problem kTooOften{
    429, "too_many", "There were many attempts to log in. Wait a minute before the next.", {}};
const Problem kLoginRefused{401, "login_refused", "The name or the password is wrong.", {}};
const Problem kNoSession{404, "not_found", "A token was sent; it has no session and no password.", {}};

nlohmann::json describe(const Caller& caller)
{
    return {{"user", caller.user ? nlohmann::json(caller.user->name) : nlohmann::json(nullptr)},
            {"role", queue::word(caller.role)},
            {"passwordChangeNeeded", caller.user && caller.user->mustChange}};
}

/// Answers with a new session of that user's.
void startSession(Hall& hall, const Exchange& exchange, const db::User& user, int status)
{
    const std::string id = hall.login.sessions.open({user.id, user.version});
    Caller caller;
    caller.role = user.role;
    caller.user = user;
    exchange.reply.send(status, "application/json", describe(caller).dump(),
                        {hall.login.cookie.set(id), {"Cache-Control", "no-store"}});
}

/// As the security log may have a name that was typed: whatever else was typed there may be a password.
std::string knownName(Hall& hall, const std::string& typed)
{
    const auto user = hall.login.users.named(typed);
    return user && *user ? typed : std::string{};
}

/// Answers that there were too many attempts with `name`.
void refuseTooOften(Hall& hall, const Exchange& exchange, const std::string& name)
{
    hall.security.note(SecurityEvent::LoginThrottled, knownName(hall, name));
    send(exchange.reply, kTooOften);
}

/// Has a password hashed; 429 while too many are.
void afterHashing(Hall& hall, const ExchangePtr& exchange, sync::Strand::Work work)
{
    if (!doInTurn(hall.login.work, exchange->reply, exchange->request.peer, std::move(work)))
        send(exchange->reply, kTooOften);
}

/// What somebody gives to log in.
struct Attempt
{
    std::string name;
    std::string password;
    std::string code; ///< of a second factor; empty: none was given
};

void judge(Hall& hall, const Exchange& exchange, const Attempt& attempt, time::WallTime now)
{
    const std::string& name = attempt.name;
    const auto user = hall.login.users.check(name, attempt.password);
    if (!user)
        return send(exchange.reply, Problem{503, "unavailable", user.error().detail, {}});
    if (!*user || (*user)->role == Role::Clerk) { // whose PIN is for the counters
        hall.security.note(SecurityEvent::LoginRefused, knownName(hall, name));
        return send(exchange.reply, kLoginRefused);
    }
    if (const auto problem = whySecondFactorRefused(hall, **user, attempt.code, now))
        return send(exchange.reply, *problem);
    hall.login.guard.loggedIn(exchange.request.peer, name);
    hall.security.note(SecurityEvent::LoggedIn, name);
    startSession(hall, exchange, **user, 201);
}

void logIn(Hall& hall, const ExchangePtr& exchange)
{
    if (!isFromOwnPage(exchange->request))
        return send(exchange->reply, wrongOrigin());
    Body body(exchange->body);
    Attempt attempt;
    attempt.name = body.text("user", kLongestName);
    attempt.password = body.text("password", kLongestPassword);
    if (exchange->body.contains("code"))
        attempt.code = body.text("code", kLongestCode);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (!hall.login.guard.mayLogIn(exchange->request.peer, attempt.name))
        return refuseTooOften(hall, *exchange, attempt.name);
    // Nobody else's session goes on in this browser.
    hall.login.sessions.close(hall.login.cookie.sessionIn(exchange->request));
    hall.writer.ask([&hall, exchange, attempt](const db::View& view) -> db::Release {
        return [&hall, exchange, attempt, now = view.wallNow()](db::Fate) {
            afterHashing(hall, exchange,
                         [&hall, exchange, attempt, now] { judge(hall, *exchange, attempt, now); });
        };
    });
}

void showSession(Hall& /*hall*/, const ExchangePtr& exchange)
{
    send(exchange->reply, rendered(200, describe(exchange->caller)));
}

void logOut(Hall& hall, const ExchangePtr& exchange)
{
    if (!exchange->caller.user)
        return send(exchange->reply, kNoSession);
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
        return send(exchange->reply, kNoSession);
    const auto ended = hall.login.sessions.closeOthers(hall.login.cookie.sessionIn(exchange->request));
    hall.events.recheck();
    hall.security.note(SecurityEvent::LoggedOut, exchange->caller.user->name,
                       std::to_string(ended) + " sessions elsewhere");
    send(exchange->reply, rendered(200, {{"ended", ended}}));
}

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

void givePassword(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    const std::string password = body.text("password", kLongestPassword);
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (!exchange->caller.user)
        return send(exchange->reply, kNoSession);
    if (!hall.login.guard.mayProve(hall.login.cookie.sessionIn(exchange->request)))
        return refuseTooOften(hall, *exchange, exchange->caller.user->name);
    afterHashing(hall, exchange, [&hall, exchange, password] { prove(hall, *exchange, password); });
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
    startSession(hall, exchange, **changed, 200);
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
        return send(exchange->reply, kNoSession);
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

constexpr std::array kSessionRoutes{
    Route{"POST", "/sessions", {}, logIn, "user password code", Needs::Nobody},
    Route{"GET", "/sessions", kPeople, listSessions},
    Route{"GET", "/sessions/current", kAnybody, showSession, {}, Needs::AnyPassword},
    Route{"DELETE", "/sessions/current", kAnybody, logOut, {}, Needs::AnyPassword},
    Route{"POST", "/sessions/current/password", kPeople, givePassword, "password"},
    Route{"DELETE", "/sessions/others", kPeople, logOutElsewhere, {}, Needs::Proof},
    Route{"POST", "/users/me/password", kPeople, changePassword, "old password", Needs::AnyPassword},
};

} // namespace

std::span<const Route> sessionRoutes()
{
    return kSessionRoutes;
}

} // namespace starqueue::hall
