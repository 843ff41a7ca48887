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
    return Ix{static_cast<std::uint16_t>(found - rules.begin())};
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

Millis headStartOf(const Rules& rules, TierIx tier, Statutory statutory)
{
    const Millis own = rules.tiers.at(tier.value).headStart;
    return statutory == Statutory::None ? own : std::max(own, rules.statutoryHeadStart);
}

TierIx standingOf(const Rules& rules, TierIx tier, Statutory statutory)
{
    if (statutory == Statutory::None || rules.statutoryHeadStart <= rules.tiers.at(tier.value).headStart)
        return tier;
    std::uint16_t standing = 0;
    for (std::uint16_t i = 0; i < rules.tiers.size(); ++i) {
        if (rules.tiers[i].headStart >= rules.statutoryHeadStart)
            standing = i;
    }
    return TierIx{std::min(standing, tier.value)};
}

std::optional<ServiceIx> findService(const Rules& rules, std::string_view id)
{
    return findById<ServiceIx>(rules.services, id);
}

std::optional<CounterIx> findCounter(const Rules& rules, std::string_view id)
{
    return findById<CounterIx>(rules.counters, id);
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
