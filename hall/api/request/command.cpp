#include <hall/api/request/command.h>

#include <db/crypto/hashing.h>

#include <hall/api/request/body.h>
#include <hall/api/request/body_fields.h>

#include <algorithm>
#include <array>

namespace starqueue::hall {

namespace {

/// Whoever reads the hash in the journal could try them all.
constexpr std::array kSecrets{"old", "password", "pin"};
/// Of a priority, likewise; that there is one stays.
constexpr const char* kReason = "statutory";

db::BodyHash hashOf(const http::Request& request, nlohmann::json body)
{
    for (const char* secret : kSecrets)
        body.erase(secret);
    const std::string call = request.method + ' ' + request.path + '\n';
    const auto whole = db::hash128Of(call + body.dump());
    body.erase("requestId");
    if (const auto reason = body.find(kReason); reason != body.end())
        *reason = reason->is_string() && *reason != "none";
    const auto saying = db::hash128Of(call + body.dump());
    db::BodyHash hash{{}, whole};
    std::ranges::copy_n(saying.begin(), std::ssize(hash.said), hash.said.begin());
    return hash;
}

} // namespace

std::optional<Problem> readCommand(Exchange& exchange, std::string_view fields)
{
    auto body = parseBody(exchange.request);
    if (!body)
        return body.error();
    const auto id = body->find("requestId");
    const auto uuid =
        id != body->end() && id->is_string() ? parseUuid(id->get_ref<const std::string&>()) : std::nullopt;
    if (!uuid)
        return Problem{
            400,
            "request_id_missing",
            "The body needs \"requestId\": a UUID made once for this intent and kept for every retry.",
            {}};
    if (auto problem = unknownField(*body, fields))
        return problem;
    exchange.body = std::move(*body);
    exchange.key = {exchange.caller.token, *uuid, hashOf(exchange.request, exchange.body)};
    return {};
}

} // namespace starqueue::hall
