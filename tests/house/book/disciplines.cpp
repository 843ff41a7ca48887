#include <house/book/disciplines.h>

#include <algorithm>
#include <utility>

namespace starqueue::house {

using nlohmann::json;

namespace {

std::int64_t givenHeadStart(const json& rules, const Visit& visit)
{
    if (visit.group.empty())
        return 0;
    for (const json& group : rules.value("statutoryGroups", json::array()))
        if (group["id"] == visit.group)
            return spanIn(group, "headStartSeconds");
    return spanIn(rules, "statutoryHeadStartSeconds");
}

std::int64_t headStartIn(const json& tiers, std::size_t tier)
{
    return spanIn(tiers[tier], "headStartSeconds");
}

} // namespace

std::int64_t spanIn(const json& rule, const char* field)
{
    constexpr double kMs = 1000;
    const json value = rule.value(field, json{});
    return value.is_number() ? static_cast<std::int64_t>(value.get<double>() * kMs) : INT64_MAX / 2;
}

std::size_t tierOf(const json& rules, const Visit& visit)
{
    const json& tiers = rules["tiers"];
    if (visit.claim == "duplicate")
        return tiers.size() - 1;
    for (std::size_t i = 0; i < tiers.size(); ++i)
        if (visit.stars >= tiers[i]["stars"].get<int>() ||
            (visit.isKeyContact && tiers[i]["keyContacts"].get<bool>()))
            return i;
    return tiers.size() - 1;
}

std::size_t standingOf(const json& rules, const Visit& visit)
{
    const json& tiers = rules["tiers"];
    const std::int64_t given = givenHeadStart(rules, visit);
    std::size_t tier = tierOf(rules, visit);
    if (given <= headStartIn(tiers, tier))
        return tier;
    while (tier > 0 && headStartIn(tiers, tier) < given)
        --tier;
    return tier;
}

void TierShares::pay(const json& rules, const std::string& counter, const std::set<std::size_t>& rivals,
                     std::size_t called)
{
    std::map<std::size_t, double>& paid = m_paid[counter];
    paid.clear();
    double all = 0;
    for (const std::size_t tier : rivals) {
        const double weight = rules["tiers"][tier]["weight"];
        paid[tier] += weight;
        all += weight;
    }
    paid[called] -= all;
    for (const auto& [tier, change] : paid)
        m_shares[tier] += change;
}

void TierShares::takeBack(const std::string& counter)
{
    for (const auto& [tier, change] : std::exchange(m_paid[counter], {}))
        m_shares[tier] -= change;
}

double TierShares::of(std::size_t tier) const
{
    const auto found = m_shares.find(tier);
    return found == m_shares.end() ? 0 : found->second;
}

Rank rankOf(const json& rules, const Visit& visit, std::int64_t now, const TierShares& shares)
{
    const std::string discipline = rules.value("discipline", "");
    const json& tiers = rules["tiers"];
    const auto counted = static_cast<double>(visit.counted);
    const std::size_t standing = standingOf(rules, visit);
    if (discipline == "fifo")
        return {counted, 0, 0};
    if (discipline == "strict")
        return {standing, counted, 0};
    if (discipline == "weighted")
        return {-shares.of(standing) - tiers[standing]["weight"].get<double>(), standing, counted};
    if (discipline == "accumulating")
        return {-tiers[standing]["rate"].get<double>() * static_cast<double>(now - visit.counted), 0, 0};
    const std::int64_t own = headStartIn(tiers, tierOf(rules, visit));
    return {counted - static_cast<double>(std::max(own, givenHeadStart(rules, visit))), 0, 0};
}

} // namespace starqueue::house
