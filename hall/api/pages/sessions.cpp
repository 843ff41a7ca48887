#include <hall/api/pages/sessions.h>

#include <hall/api/request/body.h>
#include <hall/api/request/body_fields.h>

#include <string_view>

namespace starqueue::hall {

namespace {

constexpr std::string_view kCookie = "starqueue_session";
constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kCookieRules = "; Path=/; HttpOnly; SameSite=Strict";

const Problem kWhoAreYou{
    401,
    "unauthorized",
    "Send \"Authorization: Bearer TOKEN\" with a token of this hall, or log in at /manage/.",
    {}};

std::string cookie(std::string_view secret)
{
    std::string text(kCookie);
    return text.append("=").append(secret).append(kCookieRules);
}

std::string_view cookieIn(std::string_view header)
{
    while (!header.empty()) {
        std::string_view one = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), one.size() + 1));
        while (one.starts_with(' '))
            one.remove_prefix(1);
        if (one.starts_with(kCookie) && one.substr(kCookie.size()).starts_with('='))
            return one.substr(kCookie.size() + 1);
    }
    return {};
}

bool comesFromOurPages(const http::Request& request)
{
    return request.method == "GET" || request.method == "HEAD" || request.header("X-StarQueue") == "1";
}

std::string_view secretIn(const http::Request& request)
{
    if (const auto header = request.header("Authorization"))
        return header->starts_with(kBearer) ? header->substr(kBearer.size()) : std::string_view{};
    if (const auto cookie = request.header("Cookie"); cookie && comesFromOurPages(request))
        return cookieIn(*cookie);
    return {};
}

tl::expected<Caller, Problem> callerWith(Hall& hall, std::string_view secret)
{
    if (secret.empty())
        return tl::unexpected(kWhoAreYou);
    const auto token = hall.tokens.find(secret);
    if (!token)
        return tl::unexpected(Problem{503, "unavailable", token.error().detail, {}});
    if (!*token)
        return tl::unexpected(kWhoAreYou);
    return Caller{(*token)->id, (*token)->role, (*token)->bound, {}, (*token)->reach};
}

} // namespace

tl::expected<Caller, Problem> callerOf(Hall& hall, const http::Request& request)
{
    return callerWith(hall, secretIn(request));
}

void openSession(Hall& hall, const http::Request& request, const http::Reply& reply)
{
    const auto parsed = parseBody(request);
    if (!parsed)
        return send(reply, parsed.error());
    if (const auto problem = unknownField(*parsed, "token"))
        return send(reply, *problem);
    Body body(*parsed);
    const std::string secret = body.text("token");
    if (body.problem())
        return send(reply, *body.problem());
    const auto caller = callerWith(hall, secret);
    if (!caller)
        return send(reply, caller.error());
    reply.send(200, "application/json", R"({"role":")" + std::string(queue::word(caller->role)) + "\"}",
               {{"Set-Cookie", cookie(secret)}, {"Cache-Control", "no-store"}});
}

void closeSession(const http::Reply& reply)
{
    reply.send(204, "", "", {{"Set-Cookie", cookie("") + "; Max-Age=0"}});
}

} // namespace starqueue::hall
