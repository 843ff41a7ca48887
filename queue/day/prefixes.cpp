#include <queue/day/prefixes.h>

#include <map>
#include <set>
#include <utility>

namespace starqueue::queue {

namespace {

using Owners = std::map<std::string, std::set<ServiceIx>>;

Owners ownersOfPrefixes(const State& state)
{
    std::set<std::pair<ServiceIx, const FormerService*>> issued;
    for (const Ticket& ticket : state.tickets)
        issued.emplace(ticket.numberedIn, state.formerNames.serviceOf(ticket.numberedIn, ticket.id));
    Owners owners;
    for (const auto& [service, former] : issued)
        owners[former ? former->prefix : state.rules->services.at(service.value).prefix].insert(service);
    return owners;
}

} // namespace

std::optional<PrefixOnPaper> prefixOnPaper(const State& state, const Rules& rules)
{
    if (!state.rules)
        return std::nullopt;
    const auto& old = state.rules->services;
    const Owners owners = ownersOfPrefixes(state);
    for (std::uint16_t i = 0; i < rules.services.size(); ++i) {
        const ServiceRule& service = rules.services[i];
        const auto found = owners.find(service.prefix);
        const bool isNew = i >= old.size() || old[i].prefix != service.prefix || old[i].retired;
        if (service.retired || !isNew || found == owners.end())
            continue;
        for (const ServiceIx owner : found->second)
            if (owner != ServiceIx{i} && !shareNumbers(rules.services.at(owner.value), service))
                return PrefixOnPaper{service.prefix, rules.services.at(owner.value).id, service.id};
    }
    return std::nullopt;
}

} // namespace starqueue::queue
