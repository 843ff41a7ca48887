#include <hall/api/request/command.h>

#include <hall/api/request/body.h>
#include <hall/api/request/body_fields.h>

#include <sodium.h>

#include <array>

namespace starqueue::hall {

namespace {

/// Whoever reads the hash in the journal could try them all.
constexpr std::array kSecrets{"old", "password", "pin"};

std::array<std::uint8_t, 16> hashOf(const http::Request& request, nlohmann::json body)
{
    for (const char* secret : kSecrets)
        body.erase(secret);
    const std::string text = request.method + ' ' + request.path + '\n' + body.dump();
    std::array<std::uint8_t, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
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
