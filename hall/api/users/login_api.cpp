#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/users/news_since_login.h>
#include <hall/api/users/second_factor.h>
#include <hall/api/users/session_start.h>

#include <array>

namespace starqueue::hall {

namespace {

using db::SecurityEvent;

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kLongestCode = 40;

const Problem kLoginRefused{401, "login_refused", "The name or the password is wrong.", {}};

/// What somebody gives to log in.
struct Attempt
{
    std::string name;
    std::string password;
    std::string code; ///< of a second factor; empty: none was given
};
/// Shared, so that no thread that it passes through has a copy of it on its stack.
using AttemptPtr = std::shared_ptr<const Attempt>;

/// Empty, with the answer sent: it isn't one.
AttemptPtr attemptIn(const Exchange& exchange)
{
    Body body(exchange.body);
    auto attempt = std::make_shared<Attempt>();
    attempt->name = body.text("user", kLongestName);
    attempt->password = body.text("password", kLongestPassword);
    if (exchange.body.contains("code"))
        attempt->code = body.text("code", kLongestCode);
    if (!body.problem())
        return attempt;
    send(exchange.reply, *body.problem());
    return {};
}

/// What was given unused for too long may have been read by others meanwhile.
Problem firstPasswordOver(Hall& hall, const db::User& user)
{
    hall.security.note(SecurityEvent::LoginRefused, user.name, "first password is over");
    return {403,
            "first_password_over",
            "The password that was given wasn't used within 14 days. On the hall's machine `starqueue user "
            "passwd " +
                user.name + "` gives another.",
            {}};
}

Problem pepperLost(Hall& hall, const std::string& name)
{
    hall.security.note(SecurityEvent::LoginRefused, knownName(hall, name), "the pepper is missing");
    return {
        403,
        "pepper_lost",
        "The hall has lost the key that passwords are checked with (pepper.key). Bring it back, or on the "
        "hall's machine `starqueue user passwd NAME` gives another password.",
        {}};
}

/// Tells the user what happened since the last log-in, and begins the session.
void letIn(Hall& hall, const ExchangePtr& exchange, const db::User& user)
{
    hall.login.guard.loggedIn(exchange->request.peer, user.name);
    hall.security.afterWritten([&hall, exchange, user](db::SecurityLog& log, time::WallTime) {
        std::string news = newsSinceLogin(log, user.name);
        hall.security.note(SecurityEvent::LoggedIn, user.name, deviceOf(exchange->request));
        startSession(hall, *exchange, user, 201, std::move(news));
    });
}

void judge(Hall& hall, const ExchangePtr& exchange, const Attempt& attempt, time::WallTime now)
{
    const auto& reply = exchange->reply;
    const auto user = hall.login.users.check(attempt.name, attempt.password);
    if (!user)
        return send(reply, Problem{503, "unavailable", user.error().detail, {}});
    if (!*user && hall.login.users.lacksPepper(attempt.name).value_or(false))
        return send(reply, pepperLost(hall, attempt.name));
    if (!*user || (*user)->role == Role::Clerk) { // whose PIN is for the counters
        hall.security.note(SecurityEvent::LoginRefused, knownName(hall, attempt.name));
        return send(reply, kLoginRefused);
    }
    if (db::isFirstPasswordOver(**user, now))
        return send(reply, firstPasswordOver(hall, **user));
    if (const auto problem = whySecondFactorRefused(hall, **user, attempt.code, requestOf(*exchange), now))
        return send(reply, *problem);
    letIn(hall, exchange, **user);
}

void logIn(Hall& hall, const ExchangePtr& exchange)
{
    if (!isFromOwnPage(exchange->request))
        return send(exchange->reply, wrongOrigin());
    const AttemptPtr attempt = attemptIn(*exchange);
    if (!attempt)
        return;
    if (!hall.login.guard.mayLogIn(exchange->request.peer, attempt->name))
        return refuseTooOften(hall, *exchange, attempt->name);
    // Nobody else's session goes on in this browser.
    hall.login.sessions.close(hall.login.cookie.sessionIn(exchange->request));
    hall.writer.ask([&hall, exchange, attempt](const db::View& view) -> db::Release {
        return [&hall, exchange, attempt, now = view.wallNow()](db::Fate) {
            afterHashing(hall, exchange,
                         [&hall, exchange, attempt, now] { judge(hall, exchange, *attempt, now); });
        };
    });
}

constexpr std::array kLoginRoutes{
    Route{"POST", "/sessions", {}, logIn, "user password code", Needs::Nobody},
};

} // namespace

std::span<const Route> loginRoutes()
{
    return kLoginRoutes;
}

} // namespace starqueue::hall
