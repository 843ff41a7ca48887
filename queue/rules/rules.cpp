#include <queue/rules/rules.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

template <class Ix, class Rule>
std::optional<Ix> findById(const std::vector<Rule>& rules, std::string_view id)
{
    const auto found = std::ranges::find(rules, id, &Rule::id);
    if (found == rules.end())
        return std::nullopt;
    return Ix{static_cast<decltype(Ix::value)>(found - rules.begin())};
}

template <class Ix, class Rule>
std::vector<Ix> shown(const std::vector<Rule>& rules, const std::vector<Ix>& order)
{
    if (!order.empty())
        return order;
    std::vector<Ix> all;
    for (const Rule& rule : rules)
        if (!rule.retired)
            all.push_back(Ix{static_cast<decltype(Ix::value)>(&rule - rules.data())});
    return all;
}

/// The first group of `group`'s head start that `isWanted`, or else `group`.
GroupIx alikeOr(const Rules& rules, GroupIx group, auto isWanted)
{
    if (group.value >= rules.groups.size())
        return group;
    const auto found = std::ranges::find_if(rules.groups, [&](const StatutoryGroup& one) {
        return one.headStart == rules.groups[group.value].headStart && isWanted(one);
    });
    return found == rules.groups.end() ? group
                                       : GroupIx{static_cast<std::uint8_t>(found - rules.groups.begin())};
}

} // namespace

TierIx tierOf(const Rules& rules, int stars, bool keyContact)
{
    const auto reached = [&](const TierRule& tier) {
        return stars >= tier.stars || (keyContact && tier.keyContacts);
    };
    const auto found = std::ranges::find_if(rules.tiers, reached);
    const auto last = rules.tiers.empty() ? 0 : rules.tiers.size() - 1;
    const auto at = static_cast<std::size_t>(found - rules.tiers.begin());
    return TierIx{static_cast<std::uint16_t>(std::min(at, last))};
}

Millis headStartOf(const Rules& rules, TierIx tier, GroupIx group)
{
    const Millis own = rules.tiers.at(tier.value).headStart;
    return group == kNoGroup ? own : std::max(own, rules.groups.at(group.value).headStart);
}

TierIx standingOf(const Rules& rules, TierIx tier, GroupIx group)
{
    const Millis given = headStartOf(rules, tier, group);
    if (given <= rules.tiers.at(tier.value).headStart)
        return tier;
    std::uint16_t standing = 0;
    for (std::uint16_t i = 0; i < rules.tiers.size(); ++i) {
        if (rules.tiers[i].headStart >= given)
            standing = i;
    }
    return TierIx{std::min(standing, tier.value)};
}

std::vector<GroupIx> groupsOf(const Rules& rules)
{
    std::vector<GroupIx> all;
    for (std::size_t i = 0; i < rules.groups.size() && i < kNoGroup.value; ++i)
        all.push_back(GroupIx{static_cast<std::uint8_t>(i)});
    return all;
}

GroupIx groupWith(const Rules& rules, TierIx tier, Millis headStart)
{
    if (headStart == rules.tiers.at(tier.value).headStart)
        return kNoGroup;
    const auto found = std::ranges::find(rules.groups, headStart, &StatutoryGroup::headStart);
    if (found == rules.groups.end())
        return kNoGroup;
    return namedLike(rules, GroupIx{static_cast<std::uint8_t>(found - rules.groups.begin())});
}

GroupIx journalledAs(const Rules& rules, GroupIx group)
{
    return alikeOr(rules, group, [](const StatutoryGroup& one) { return one.anonymous && !one.retired; });
}

GroupIx namedLike(const Rules& rules, GroupIx group)
{
    if (group.value >= rules.groups.size() || !rules.groups[group.value].anonymous)
        return group;
    return alikeOr(rules, group, [](const StatutoryGroup& one) { return !one.anonymous; });
}

std::vector<ServiceIx> shownServices(const Rules& rules)
{
    return shown(rules.services, rules.serviceOrder);
}

std::vector<GroupIx> shownGroups(const Rules& rules)
{
    auto groups = shown(rules.groups, rules.groupOrder);
    std::erase_if(groups, [&rules](GroupIx group) { return rules.groups[group.value].anonymous; });
    return groups;
}

std::optional<ServiceIx> findService(const Rules& rules, std::string_view id)
{
    return findById<ServiceIx>(rules.services, id);
}

std::optional<CounterIx> findCounter(const Rules& rules, std::string_view id)
{
    return findById<CounterIx>(rules.counters, id);
}

std::optional<GroupIx> findGroup(const Rules& rules, std::string_view id)
{
    return findById<GroupIx>(rules.groups, id);
}

const ProfileRule* findProfile(const Rules& rules, std::string_view id)
{
    const auto found = std::ranges::find(rules.profiles, id, &ProfileRule::id);
    return found == rules.profiles.end() ? nullptr : &*found;
}

std::shared_ptr<const Rules> withNothingToRecord(std::shared_ptr<const Rules> rules)
{
    if (!rules->outcomeRequired && rules->askReference != AskReference::Required)
        return rules;
    Rules lenient = *rules;
    lenient.outcomeRequired = false;
    lenient.askReference = AskReference::Off;
    return std::make_shared<const Rules>(std::move(lenient));
}

bool shareNumbers(const ServiceRule& a, const ServiceRule& b)
{
    return a.inSeries && b.inSeries && a.prefix == b.prefix;
}

std::string prefixAt(std::size_t place)
{
    const auto letter = [](std::size_t at) { return std::string(1, static_cast<char>('A' + at % 26)); };
    return place < 26 ? letter(place) : letter(place / 26 - 1) + letter(place);
}

std::string ticketNumber(const Rules& rules, ServiceIx service, std::uint32_t number)
{
    return ticketNumber(rules.services.at(service.value).prefix, number);
}

std::string ticketNumber(std::string_view prefix, std::uint32_t number)
{
    std::string digits = std::to_string(number);
    if (digits.size() < 3)
        digits.insert(0, 3 - digits.size(), '0');
    return std::string(prefix) + digits;
}

} // namespace starqueue::queue
