#include <hall/api/context/authentication.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace starqueue::hall {

namespace {

constexpr std::string_view kBearer = "Bearer";

const Problem kWhoAreYou{
    401,
    "unauthorized",
    "Send \"Authorization: Bearer TOKEN\" with a token of this hall, or log in at /manage/.",
    {}};

tl::expected<Caller, Problem> callerWithToken(Hall& hall, std::string_view secret)
{
    const auto token = hall.tokens.find(secret);
    if (!token)
        return tl::unexpected(unreadableRecords());
    if (!*token)
        return tl::unexpected(kWhoAreYou);
    return Caller{(*token)->id, (*token)->role, (*token)->bound, {}, (*token)->reach};
}

/// What follows "Bearer", in any case, and blanks (RFC 9110); empty: another scheme.
std::string_view bearerIn(std::string_view header)
{
    const std::string_view scheme = header.substr(0, header.find(' '));
    if (!http::equalIgnoringCase(scheme, kBearer))
        return {};
    header.remove_prefix(scheme.size());
    header.remove_prefix(std::min(header.size(), header.find_first_not_of(' ')));
    return header;
}

bool isOf(const std::optional<db::User>& user, const SessionOwner& owner)
{
    return user && user->version == owner.version && !user->disabled;
}

/// A page that looks again by itself says so: an open one must not keep the session of somebody who has left.
bool isUnattended(const http::Request& request)
{
    return isRead(request) && request.header("StarQueue-Unattended").has_value();
}

tl::expected<Caller, Problem> callerWithSession(Hall& hall, std::string_view id, bool isUse)
{
    const auto owner = isUse ? hall.login.sessions.use(id) : hall.login.sessions.look(id);
    if (!owner)
        return tl::unexpected(kWhoAreYou);
    const auto user = hall.login.users.find(owner->user);
    if (!user)
        return tl::unexpected(unreadableRecords());
    if (!isOf(*user, *owner)) {
        hall.login.sessions.close(id);
        return tl::unexpected(kWhoAreYou);
    }
    return Caller{"user:" + owner->user, (*user)->role, {}, {}, {}, *user};
}

} // namespace

tl::expected<Caller, Problem> callerOf(Hall& hall, const http::Request& request)
{
    if (const auto header = request.header("Authorization")) {
        const std::string_view secret = bearerIn(*header);
        return secret.empty() ? tl::unexpected(kWhoAreYou) : callerWithToken(hall, secret);
    }
    const std::string_view session = hall.login.cookie.sessionIn(request);
    if (session.empty())
        return tl::unexpected(kWhoAreYou);
    if (!isRead(request) && !isFromOwnPage(request))
        return tl::unexpected(wrongOrigin());
    return callerWithSession(hall, session, !isUnattended(request));
}

void endEarlierSecrets(db::TokenStore& tokens, SecurityWatch& security)
{
    if (!tokens.areAnyRenewed().value_or(false))
        return;
    security.afterWritten([&tokens, &security](db::SecurityLog&, time::WallTime now) {
        const auto over = tokens.dropOver(now);
        for (const std::string& id : over.value_or(std::vector<std::string>{}))
            security.note(db::SecurityEvent::TokenRevoked, {}, id + " its earlier secret");
    });
}

std::function<bool()> stillHolds(Hall& hall, const Exchange& exchange)
{
    // What can't be read now isn't known to be over.
    if (!exchange.caller.user)
        return [&hall, id = exchange.caller.token] { return hall.tokens.holds(id).value_or(true); };
    return [&hall, id = std::string(hall.login.cookie.sessionIn(exchange.request))] {
        const auto owner = hall.login.sessions.look(id);
        if (!owner)
            return false;
        const auto user = hall.login.users.find(owner->user);
        return !user || isOf(*user, *owner);
    };
}

} // namespace starqueue::hall
