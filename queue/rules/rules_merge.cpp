#include <queue/rules/rules_merge.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

/// Rules of `old` keep their place. New ones take that of a retired one that `isFree`, or stand behind the
/// others.
template <class Rule, class IsFree>
std::vector<Rule> mergeById(const std::vector<Rule>& old, const std::vector<Rule>& next, const IsFree& isFree)
{
    std::vector<Rule> merged = old;
    for (Rule& rule : merged)
        rule.retired = std::ranges::find(next, rule.id, &Rule::id) == next.end();
    for (const Rule& rule : next) {
        auto place = std::ranges::find(merged, rule.id, &Rule::id);
        if (place == merged.end())
            place = std::ranges::find_if(merged, [&](const Rule& one) {
                return one.retired && isFree(static_cast<std::size_t>(&one - merged.data()));
            });
        if (place == merged.end())
            merged.push_back(rule);
        else
            *place = rule;
    }
    return merged;
}

template <class Rule> std::vector<Rule> mergeById(const std::vector<Rule>& old, const std::vector<Rule>& next)
{
    return mergeById(old, next, [](std::size_t) { return false; });
}

std::vector<ServiceIx> moved(const std::vector<ServiceIx>& services, const Rules& from, const Rules& to)
{
    std::vector<ServiceIx> places;
    for (const ServiceIx service : services) {
        if (const auto place = findService(to, from.services.at(service.value).id))
            places.push_back(*place);
    }
    return places;
}

/// The order of the file in places of `merged`; empty where it is that of the places.
template <class Ix, class Rule>
std::vector<Ix> orderOf(const std::vector<Ix>& shown, const std::vector<Rule>& next,
                        const std::vector<Rule>& merged)
{
    std::vector<Ix> order;
    for (const Ix ix : shown) {
        const auto place = std::ranges::find(merged, next.at(ix.value).id, &Rule::id);
        order.push_back(Ix{static_cast<decltype(Ix::value)>(place - merged.begin())});
    }
    if (std::ranges::is_sorted(order))
        order.clear();
    return order;
}

bool contains(const auto& list, const auto& wanted)
{
    return std::ranges::find(list, wanted) != list.end();
}

void addOnce(std::vector<ServiceIx>& services, ServiceIx service)
{
    if (!contains(services, service))
        services.push_back(service);
}

/// Gives the retired `service` to those counters that had it and still exist; to all, if those may not serve
/// every tier.
void keepServed(Rules& merged, const Rules& old, ServiceIx service)
{
    const auto had = [&](const CounterRule& counter) {
        const auto before = findCounter(old, counter.id);
        return before && contains(old.counters[before->value].services, service);
    };
    const auto keeps = [&](const CounterRule& counter) { return !counter.retired && had(counter); };
    const auto isKept = [&](const TierRule& tier) {
        return std::ranges::any_of(merged.counters, [&](const CounterRule& counter) {
            return keeps(counter) && (counter.tiers.empty() || contains(counter.tiers, tier.stars));
        });
    };
    const bool enough = std::ranges::all_of(merged.tiers, isKept);
    for (CounterRule& counter : merged.counters) {
        if (!counter.retired && (!enough || had(counter)))
            addOnce(counter.services, service);
    }
}

} // namespace

Rules mergeRules(const Rules& old, const Rules& next, const std::function<bool(GroupIx)>& isGroupUsed)
{
    Rules merged = next;
    merged.services = mergeById(old.services, next.services);
    merged.counters = mergeById(old.counters, next.counters);
    merged.groups = mergeById(old.groups, next.groups, [&isGroupUsed](std::size_t place) {
        return !isGroupUsed(GroupIx{static_cast<std::uint8_t>(place)});
    });
    merged.serviceOrder = orderOf(shownServices(next), next.services, merged.services);
    merged.groupOrder = orderOf(shownGroups(next), next.groups, merged.groups);
    for (CounterRule& counter : merged.counters) {
        if (counter.retired && !findCounter(next, counter.id))
            continue; // its indices are those of `old`
        counter.services = moved(counter.services, next, merged);
        counter.prefers = moved(counter.prefers, next, merged);
    }
    for (ProfileRule& profile : merged.profiles)
        profile.services = moved(profile.services, next, merged);
    for (std::uint16_t i = 0; i < merged.services.size(); ++i) {
        if (merged.services[i].retired && i < old.services.size())
            keepServed(merged, old, ServiceIx{i});
    }
    return merged;
}

} // namespace starqueue::queue
