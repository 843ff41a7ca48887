#include <queue/rules/rules_merge.h>

#include <algorithm>
#include <ranges>

namespace starqueue::queue {

namespace {

template <class Rule> std::vector<Rule> mergeById(const std::vector<Rule>& old, const std::vector<Rule>& next)
{
    std::vector<Rule> merged = old;
    for (Rule& rule : merged)
        rule.retired = true;
    for (const Rule& rule : next) {
        const auto same = std::ranges::find(merged, rule.id, &Rule::id);
        if (same == merged.end())
            merged.push_back(rule);
        else
            *same = rule;
    }
    return merged;
}

using IsGroupUsed = std::function<bool(GroupIx)>;

std::vector<StatutoryGroup> mergeGroups(const std::vector<StatutoryGroup>& old,
                                        const std::vector<StatutoryGroup>& next, const IsGroupUsed& isUsed)
{
    std::vector<StatutoryGroup> merged = old;
    std::vector<bool> taken(merged.size());
    const auto isNew = [&](const StatutoryGroup& group) {
        return std::ranges::find(old, group.id, &StatutoryGroup::id) == old.end();
    };
    for (std::size_t i = 0; i < merged.size(); ++i) {
        const auto same = std::ranges::find(next, merged[i].id, &StatutoryGroup::id);
        merged[i].retired = same == next.end();
        if (!merged[i].retired)
            merged[i] = *same;
        taken[i] = !merged[i].retired || isUsed(GroupIx{static_cast<std::uint8_t>(i)});
    }
    for (const StatutoryGroup& group : next | std::views::filter(isNew)) {
        const auto free = std::ranges::find(taken, false);
        if (free == taken.end()) {
            merged.push_back(group);
            taken.push_back(true);
            continue;
        }
        merged[static_cast<std::size_t>(free - taken.begin())] = group;
        *free = true;
    }
    return merged;
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

Rules mergeRules(const Rules& old, const Rules& next, const IsGroupUsed& isGroupUsed)
{
    Rules merged = next;
    merged.services = mergeById(old.services, next.services);
    merged.counters = mergeById(old.counters, next.counters);
    merged.groups = mergeGroups(old.groups, next.groups, isGroupUsed);
    for (CounterRule& counter : merged.counters) {
        if (counter.retired && !findCounter(next, counter.id))
            continue; // its indices are those of `old`
        counter.services = moved(counter.services, next, merged);
        counter.prefers = moved(counter.prefers, next, merged);
    }
    for (std::uint16_t i = 0; i < merged.services.size(); ++i) {
        if (merged.services[i].retired && i < old.services.size())
            keepServed(merged, old, ServiceIx{i});
    }
    return merged;
}

} // namespace starqueue::queue
