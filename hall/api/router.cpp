#include <hall/api/router.h>

#include <hall/api/context/authentication.h>
#include <hall/api/request/body.h>
#include <hall/api/request/body_fields.h>
#include <hall/api/request/command.h>
#include <hall/api/users/new_user_id.h>

#include <algorithm>
#include <map>

namespace starqueue::hall {

namespace {

/// Matches "/tickets/17/cancel" with "/tickets/{id}/cancel"; appends the parts in braces to `ids`.
bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& ids)
{
    ids.clear();
    while (!pattern.empty() && !path.empty()) {
        const auto wanted = pattern.substr(1, pattern.find('/', 1) - 1);
        const auto given = path.substr(1, path.find('/', 1) - 1);
        if (wanted.starts_with('{') && !given.empty())
            ids.emplace_back(given);
        else if (wanted != given)
            return false;
        pattern.remove_prefix(std::min(pattern.size(), wanted.size() + 1));
        path.remove_prefix(std::min(path.size(), given.size() + 1));
    }
    return pattern.empty() && path.empty();
}

struct Match
{
    const Route& route;
    std::vector<std::string> ids;
};

std::optional<Match> match(std::string_view method, std::string_view path)
{
    std::vector<std::string> ids;
    for (const Route& route : routes())
        if (route.method == (method == "HEAD" ? "GET" : method) && matches(route.pattern, path, ids))
            return Match{route, std::move(ids)};
    return std::nullopt;
}

/// "/tickets/{id}/cancel" is Cancel.
std::optional<queue::Action> actionOf(const Route& route)
{
    for (const std::string_view subject : {"/counters/{id}/", "/tickets/{id}/"}) {
        if (route.method != "POST" || !route.pattern.starts_with(subject))
            continue;
        for (std::size_t i = 0; i < queue::kActions; ++i)
            if (route.pattern.substr(subject.size()) == word(static_cast<queue::Action>(i)))
                return static_cast<queue::Action>(i);
    }
    return {};
}

/// "GET, HEAD, POST"; empty: nothing is there.
std::string methodsAt(std::string_view path)
{
    std::string methods;
    std::vector<std::string> ids;
    for (const Route& route : routes())
        if (matches(route.pattern, path, ids))
            methods.append(methods.empty() ? "" : ", ")
                .append(route.method == "GET" ? "GET, HEAD" : route.method);
    return methods;
}

Problem notFound(const http::Request& request, std::string_view path)
{
    if (const std::string methods = methodsAt(path); !methods.empty())
        return methodNotAllowed(request.method, methods);
    return {404, "not_found", "The API has no " + request.path + ".", {}};
}

Problem forbidden(const Caller& caller)
{
    return {403, "forbidden", "The role " + std::string(queue::word(caller.role)) + " may not do this.", {}};
}

/// "POST /users"
std::string callText(const Route& route)
{
    return std::string(route.method) + ' ' + std::string(route.pattern);
}

/// Why this caller may not make this call.
std::optional<Problem> whyNot(const Caller& caller, const Route& route)
{
    if (caller.user && caller.user->mustChange && route.needs != Needs::AnyPassword)
        return Problem{
            403, "password_change_needed", "Change the password first: POST /users/me/password.", {}};
    return route.roles.has(caller.role) ? std::nullopt : std::optional{forbidden(caller)};
}

/// Whoever finds a page left open must not get at what is sensitive. A token is a proof itself.
std::optional<Problem> whyNotProved(Hall& hall, const Exchange& exchange, const Route& route)
{
    if (route.needs != Needs::Proof || !exchange.caller.user)
        return {};
    const auto since = hall.login.sessions.sinceProof(hall.login.cookie.sessionIn(exchange.request));
    if (since && *since < kProofLasts)
        return {};
    return Problem{403,
                   "password_needed",
                   "Give the password again, which then holds for five minutes: POST "
                   "/sessions/current/password.",
                   {}};
}

/// Whom an answered command names isn't looked up again: the records may be gone by now.
void forgetIdentity(Exchange& exchange)
{
    constexpr auto kNobody = "-";
    nlohmann::json& identity = exchange.body["identity"];
    if (identity.is_object())
        identity["value"] = kNobody;
}

/// Whether users were made or changed so: of which the journal has nothing.
bool hasChangedUsers(Hall& hall, const Exchange& exchange)
{
    const auto made = hall.login.users.withIdFrom(newUserIdBegin(exchange.key));
    return hall.kept.find(exchange.key) || (made && *made);
}

/// A command that was answered is answered again before anything refuses it.
void handleCommand(Hall& hall, const Route& route, const ExchangePtr& exchange)
{
    if (auto problem = whyNotProved(hall, *exchange, route))
        return ifRepeated(hall, exchange, [&hall, &route, exchange, problem](bool isRepeated) {
            if (isRepeated || hasChangedUsers(hall, *exchange))
                route.handler(hall, exchange);
            else
                send(exchange->reply, *problem);
        });
    if (exchange->body.contains("identity"))
        exchange->caller.command = SeenRequests::nameOf(exchange->key);
    if (exchange->caller.command.empty() || !hall.named.isAgain(exchange->caller.command))
        return route.handler(hall, exchange);
    ifRepeated(hall, exchange, [&hall, &route, exchange](bool isRepeated) {
        if (isRepeated)
            forgetIdentity(*exchange);
        route.handler(hall, exchange);
    });
}

/// Which of the two counts would depend on who reads them.
std::optional<Problem> whyAmbiguous(const http::Request& request)
{
    for (auto one = request.query.begin(); one != request.query.end(); ++one)
        if (std::any_of(request.query.begin(), one,
                        [&](const http::Field& other) { return other.name == one->name; }))
            return Problem{400, "bad_field", "The parameter `" + one->name + "` is given twice.", {}};
    return {};
}

/// Reads the body of a command and has the call answered.
void handle(Hall& hall, const Route& route, const ExchangePtr& exchange)
{
    if (const auto problem = whyNoIds(exchange->ids))
        return send(exchange->reply, *problem);
    if (const auto problem = whyAmbiguous(exchange->request))
        return send(exchange->reply, *problem);
    if (const auto problem = unknownParameter(exchange->request.query, route.fields))
        return send(exchange->reply, *problem);
    if (route.method != "GET") {
        const auto problem = readCommand(*exchange, route.fields);
        return problem ? send(exchange->reply, *problem) : handleCommand(hall, route, exchange);
    }
    if (const auto problem = whyNotProved(hall, *exchange, route))
        return send(exchange->reply, *problem);
    route.handler(hall, exchange);
}

/// What one caller usually asks for so often and no oftener.
void noteUse(Hall& hall, const Caller& caller, const Route& route)
{
    if (route.method != "POST")
        return;
    if (route.pattern == "/tickets")
        hall.used.ticketAskedFor(whoIs(caller));
    else if (route.pattern == "/tickets/{id}/cancel")
        hall.used.cancelAskedFor(whoIs(caller));
}

ExchangePtr exchangeOf(http::Request request, http::Reply reply, Caller caller, Match found)
{
    return std::make_shared<Exchange>(
        Exchange{std::move(request), std::move(reply), std::move(caller), std::move(found.ids), {}, {}});
}

} // namespace

std::span<const Route> routes()
{
    static const std::vector<Route> all = [] {
        std::vector<Route> list;
        for (const auto part :
             {ticketRoutes(), floorTicketRoutes(), counterRoutes(), counterVisitRoutes(),
              counterServicesRoutes(), heartbeatRoutes(), floorRoutes(), wholeHallRoutes(), undoRoutes(),
              ratingRoutes(), deviceRoutes(), deviceRequestRoutes(), reportRoutes(), exportRoutes(),
              staffingRoutes(), loginRoutes(), sessionRoutes(), ownPasswordRoutes(), userRoutes()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

queue::Actions actionsOf(Role role)
{
    static const auto all = [] {
        std::map<Role, queue::Actions> byRole;
        for (const Route& route : routes())
            if (const auto action = actionOf(route))
                for (const Role one : kAllRoles)
                    if (route.roles.has(one))
                        byRole[one].add(*action);
        return byRole;
    }();
    const auto found = all.find(role);
    return found == all.end() ? queue::Actions{} : found->second;
}

void route(Hall& hall, http::Request request, http::Reply reply, std::string_view path)
{
    auto found = match(request.method, path);
    if (found && found->route.needs == Needs::Nobody) {
        const Route& route = found->route;
        return handle(hall, route, exchangeOf(std::move(request), std::move(reply), {}, std::move(*found)));
    }
    auto caller = callerOf(hall, request);
    if (!caller) {
        if (caller.error().status == 401 && request.header("Authorization"))
            hall.used.tokenRefused(request.peer);
        return send(reply, caller.error());
    }
    hall.used.cameFrom(*caller, request.peer);
    reply.vouch();
    if (!found)
        return send(reply, notFound(request, path));
    const Route& route = found->route;
    if (const auto problem = whyNot(*caller, route)) {
        hall.security.note(db::SecurityEvent::Forbidden, whoIs(*caller), callText(route));
        return send(reply, *problem);
    }
    noteUse(hall, *caller, route);
    caller->actions = actionsOf(caller->role);
    handle(hall, route,
           exchangeOf(std::move(request), std::move(reply), std::move(*caller), std::move(*found)));
}

} // namespace starqueue::hall
