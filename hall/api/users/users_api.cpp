#include <hall/api/handlers/route.h>
#include <hall/api/request/body.h>
#include <hall/api/users/new_password.h>
#include <hall/api/users/new_user_id.h>

#include <time/timestamp.h>

#include <array>

namespace starqueue::hall {

namespace {

using db::SecurityEvent;
using nlohmann::json;

constexpr std::int64_t kMostYuan = 100'000'000;
constexpr std::size_t kAuditPage = 200;
constexpr Roles kAdmin{Role::Admin};
constexpr Roles kAuditors{Role::Manager, Role::Admin};

json describeUser(const db::User& user)
{
    return {{"id", user.id},
            {"name", user.name},
            {"role", queue::word(user.role)},
            {"disabled", user.disabled},
            {"mustChange", user.mustChange},
            {"secondFactor", user.hasFactor},
            {"authorityYuan", user.authorityYuan}};
}

Problem unreadableUsers(const db::StorageError& error)
{
    return {error.fault == db::StorageFault::Full ? 507 : 503,
            error.fault == db::StorageFault::Full ? "storage_full" : "unavailable",
            error.detail,
            {}};
}

void listUsers(Hall& hall, const ExchangePtr& exchange)
{
    const auto users = hall.login.users.list();
    if (!users)
        return send(exchange->reply, unreadableUsers(users.error()));
    json list = json::array();
    for (const db::User& user : *users)
        list.push_back(describeUser(user));
    send(exchange->reply, rendered(200, list));
}

/// A role of people's; else a problem.
std::optional<Problem> whyNotRole(Role role)
{
    if (db::isRoleOfUsers(role))
        return {};
    return badField("role", '"' + std::string(queue::word(role)) + '"', "the role of a person");
}

/// Whether this request came before, which is answered.
bool isAddedAlready(Hall& hall, const Exchange& exchange)
{
    const auto before = hall.login.users.withIdFrom(newUserIdBegin(exchange.key));
    if (before && !*before)
        return false;
    if (!before)
        send(exchange.reply, unreadableUsers(before.error()));
    else if ((*before)->id == newUserId(exchange.key))
        send(exchange.reply, rendered(201, describeUser(**before)));
    else
        send(exchange.reply, requestIdReused());
    return true;
}

void add(Hall& hall, const Exchange& exchange, const db::User& user, const std::string& password)
{
    if (isAddedAlready(hall, exchange))
        return;
    if (const auto problem = user.role == Role::Clerk ? std::nullopt : whyKnownPassword(user.name, password))
        return send(exchange.reply, *problem);
    const auto added = hall.login.users.add(user, password);
    if (!added)
        return send(exchange.reply, unreadableUsers(added.error()));
    if (!*added)
        return send(exchange.reply, Problem{409, "user_exists", "There is a user " + user.name + ".", {}});
    hall.security.note(SecurityEvent::UserAdded, whoIs(exchange.caller), user.name);
    send(exchange.reply, rendered(201, describeUser(**added)));
}

void addUser(Hall& hall, const ExchangePtr& exchange)
{
    Body body(exchange->body);
    db::User user;
    user.name = body.text("name", 40);
    user.role = body.word<Role>("role");
    const std::string password = body.text("password");
    if (exchange->body.contains("authorityYuan"))
        user.authorityYuan = body.integer("authorityYuan", 0, kMostYuan);
    user.id = newUserId(exchange->key);
    user.mustChange = user.role != Role::Clerk; // a PIN can't be changed elsewhere
    if (body.problem())
        return send(exchange->reply, *body.problem());
    if (const auto problem = whyNotRole(user.role))
        return send(exchange->reply, *problem);
    if (const std::string why = db::whyNotName(user.name); !why.empty())
        return send(exchange->reply, Problem{400, "bad_field", why, {}});
    if (const std::string why = db::whyNotSecret(user.role, user.name, password); !why.empty())
        return send(exchange->reply, Problem{400, "bad_password", why, {}});
    const auto secret = std::make_shared<const std::string>(password); // on no other thread's stack
    hall.writer.ask([&hall, exchange, user, secret](const db::View& view) -> db::Release {
        db::User given = user;
        given.givenAt = view.wallNow();
        return [&hall, exchange, given, secret](db::Fate) {
            inBackground(hall.login.work, exchange,
                         [&hall, exchange, given, secret] { add(hall, *exchange, given, *secret); });
        };
    });
}

tl::expected<db::UserChange, Problem> wantedIn(const json& sent)
{
    Body body(sent);
    db::UserChange wanted;
    if (sent.contains("role"))
        wanted.role = body.word<Role>("role");
    if (sent.contains("disabled"))
        wanted.disabled = body.boolean("disabled");
    if (sent.contains("mustChange"))
        wanted.mustChange = body.boolean("mustChange");
    if (sent.contains("authorityYuan"))
        wanted.authorityYuan = body.integer("authorityYuan", 0, kMostYuan);
    if (body.problem())
        return tl::unexpected(*body.problem());
    if (const auto problem = wanted.role ? whyNotRole(*wanted.role) : std::nullopt)
        return tl::unexpected(*problem);
    return wanted;
}

/// Whoever shuts themselves out may be the last who could let them in.
std::optional<Problem> whyNotChange(const Caller& caller, const db::User& user, const db::UserChange& wanted)
{
    const bool shutsOut = wanted.disabled.value_or(false) || wanted.role.value_or(user.role) != user.role;
    if (shutsOut && caller.user && caller.user->id == user.id)
        return Problem{409, "own_user", "Nobody disables themselves or takes the own role away.", {}};
    const bool wasClerk = user.role == Role::Clerk;
    if ((wanted.role.value_or(user.role) == Role::Clerk) != wasClerk)
        return Problem{409, "pin_or_password", "A clerk has a PIN, others a password: add a new user.", {}};
    if (wasClerk && wanted.mustChange.value_or(false))
        return Problem{409, "pin_or_password", "A clerk's PIN can't be changed at a log-in.", {}};
    return {};
}

/// "anna disabled=true role=usher"
std::string changeText(const db::User& user, const db::UserChange& wanted)
{
    std::string text = user.name;
    if (wanted.role)
        text.append(" role=").append(queue::word(*wanted.role));
    if (wanted.disabled)
        text.append(*wanted.disabled ? " disabled" : " enabled");
    if (wanted.mustChange)
        text.append(*wanted.mustChange ? " must change" : " need not change");
    if (wanted.authorityYuan)
        text.append(" authority=").append(std::to_string(*wanted.authorityYuan));
    return text;
}

void change(Hall& hall, const Exchange& exchange, const db::UserChange& wanted)
{
    const auto user = hall.login.users.find(exchange.id());
    if (user && *user)
        if (const auto problem = whyNotChange(exchange.caller, **user, wanted))
            return send(exchange.reply, *problem);
    const auto changed = user && *user ? hall.login.users.change(exchange.id(), wanted) : user;
    if (!changed)
        return send(exchange.reply, unreadableUsers(changed.error()));
    if (!*changed)
        return send(exchange.reply, Problem{404, "not_found", "There is no such user.", {}});
    hall.events.recheck();
    hall.security.note(SecurityEvent::UserChanged, whoIs(exchange.caller), changeText(**changed, wanted));
    const Rendered answer = rendered(200, describeUser(**changed));
    hall.kept.keep(exchange.key, answer);
    send(exchange.reply, answer);
}

void changeUser(Hall& hall, const ExchangePtr& exchange)
{
    if (const auto answered = hall.kept.find(exchange->key))
        return *answered ? send(exchange->reply, **answered) : send(exchange->reply, answered->error());
    const auto wanted = wantedIn(exchange->body);
    if (!wanted)
        return send(exchange->reply, wanted.error());
    inBackground(hall.login.work, exchange,
                 [&hall, exchange, wanted = *wanted] { change(hall, *exchange, wanted); });
}

void sendAudit(Hall& hall, const Exchange& exchange, std::uint64_t before)
{
    const auto entries = hall.security.log().latest(before, kAuditPage);
    if (!entries)
        return send(exchange.reply, unreadableUsers(entries.error()));
    json list = json::array();
    for (const db::SecurityEntry& entry : *entries)
        list.push_back({{"seq", entry.seq},
                        {"at", time::timestamp(entry.at)},
                        {"what", formats::word(entry.what)},
                        {"who", entry.who},
                        {"detail", entry.detail}});
    send(exchange.reply, rendered(200, list));
}

void getAudit(Hall& hall, const ExchangePtr& exchange)
{
    const std::string text(exchange->request.parameter("before").value_or("0"));
    const std::uint64_t before = numericId(text);
    if (before == 0 && text != "0")
        return send(exchange->reply, badField("before", '"' + text + '"', "a seq of the log"));
    inBackground(hall.reports, exchange, [&hall, exchange, before] { sendAudit(hall, *exchange, before); });
}

constexpr std::array kUserRoutes{
    Route{"GET", "/users", kAdmin, listUsers},
    Route{"POST", "/users", kAdmin, addUser, "name role password authorityYuan", Needs::Proof},
    Route{"PATCH", "/users/{id}", kAdmin, changeUser, "role disabled mustChange authorityYuan", Needs::Proof},
    Route{"GET", "/audit", kAuditors, getAudit, "?before"},
};

} // namespace

std::span<const Route> userRoutes()
{
    return kUserRoutes;
}

} // namespace starqueue::hall
