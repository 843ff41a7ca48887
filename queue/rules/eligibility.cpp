#include <queue/rules/eligibility.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::size_t kWordBits = 64;

std::uint64_t bitOf(CounterIx counter)
{
    return std::uint64_t{1} << (counter.value % kWordBits);
}

bool isDedicatedTo(const CounterRule& counter, int stars)
{
    return counter.dedicatedToStars && stars >= *counter.dedicatedToStars;
}

} // namespace

std::optional<Closeness> closenessAt(const Rules& rules, CounterIx counter, ServiceIx service, TierIx tier)
{
    const CounterRule& rule = rules.counters.at(counter.value);
    const int stars = rules.tiers.at(tier.value).stars;
    if (std::ranges::find(rule.services, service) == rule.services.end())
        return std::nullopt;
    if (!rule.tiers.empty() && std::ranges::find(rule.tiers, stars) == rule.tiers.end())
        return std::nullopt;
    const auto preferred = std::ranges::find(rule.prefers, service);
    return Closeness{
        .notDedicated = rule.dedicatedToStars && !isDedicatedTo(rule, stars),
        .preference = static_cast<std::uint16_t>(preferred - rule.prefers.begin()),
    };
}

bool hasDedicated(const Rules& rules, TierIx tier)
{
    const int stars = rules.tiers.at(tier.value).stars;
    return std::ranges::any_of(rules.counters, [stars](const CounterRule& counter) {
        return !counter.retired && isDedicatedTo(counter, stars);
    });
}

void Eligibility::arrange(const Rules& rules)
{
    m_tiers = rules.tiers.size();
    m_blocks = (rules.counters.size() + kWordBits - 1) / kWordBits;
    m_open.assign(m_blocks, 0);
    m_rows.assign(rules.services.size() * m_tiers * m_blocks, 0);
    BitBlock* row = m_rows.data();
    for (std::uint16_t service = 0; service < rules.services.size(); ++service) {
        for (std::uint16_t tier = 0; tier < m_tiers; ++tier, row += m_blocks) {
            for (std::uint16_t counter = 0; counter < rules.counters.size(); ++counter) {
                const bool may = !rules.counters[counter].retired &&
                                 closenessAt(rules, {counter}, {service}, {tier}).has_value();
                row[counter / kWordBits] |= may ? bitOf({counter}) : 0;
            }
        }
    }
}

void Eligibility::setOpen(CounterIx counter, bool open)
{
    BitBlock& word = m_open.at(counter.value / kWordBits);
    word = open ? word | bitOf(counter) : word & ~bitOf(counter);
}

bool Eligibility::mayServe(CounterIx counter, ServiceIx service, TierIx tier) const
{
    return (rowOf(service, tier)[counter.value / kWordBits] & bitOf(counter)) != 0;
}

bool Eligibility::hasOpen(ServiceIx service, TierIx tier) const
{
    return meet(service, tier, service, tier, true);
}

bool Eligibility::meet(ServiceIx service, TierIx tier, ServiceIx otherService, TierIx otherTier,
                       bool openOnly) const
{
    const BitBlock* one = rowOf(service, tier);
    const BitBlock* other = rowOf(otherService, otherTier);
    for (std::size_t i = 0; i < m_blocks; ++i) {
        if ((one[i] & other[i] & (openOnly ? m_open[i] : ~BitBlock{0})) != 0)
            return true;
    }
    return false;
}

} // namespace starqueue::queue
