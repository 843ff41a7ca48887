#include <hall/service/setup/from_settings.h>

#include <queue/day/prefixes.h>
#include <queue/rules/rules_merge.h>

#include <fmt/format.h>

namespace starqueue::hall {

http::Limits limitsOf(const settings::HttpLimits& from)
{
    http::Limits limits;
    limits.headerBytes = from.headerBytes;
    limits.bodyBytes = from.bodyBytes;
    limits.requestTime = from.request;
    limits.heartbeat = from.heartbeat;
    limits.listenerBacklogBytes = from.backlogBytes;
    limits.connections = static_cast<std::size_t>(from.connections);
    limits.connectionsPerPeer = static_cast<std::size_t>(from.connectionsPerPeer);
    return limits;
}

UsualUse usualUse(const settings::HallSettings& settings)
{
    const settings::UsualSettings& usual = settings.usual;
    return {usual.refusedLogins, usual.refusedTokens, usual.refusedRoles, usual.refusedLookups,
            usual.tickets,       usual.cancels,       usual.onePlace};
}

LoginRules loginRules(const settings::HallSettings& settings, const settings::Address& main)
{
    return {settings.sessionIdle, settings.sessionWhole, settings.behindTls || !isLoopback(main),
            settings.clerkLogin == settings::ClerkLogin::Pin, settings::isFactorDemanded(settings, main)};
}

std::string placeOfPrefix(const queue::State& state, const settings::HallSettings& settings)
{
    if (!state.rules)
        return {};
    const auto taken = queue::prefixOnPaper(state, queue::mergeRules(*state.rules, settings.rules));
    const auto line = taken ? settings.prefixLines.find(taken->service) : settings.prefixLines.end();
    return line == settings.prefixLines.end() ? std::string() : fmt::format("line {}: ", line->second);
}

} // namespace starqueue::hall
