#pragma once

#include <queue/rules/rules.h>

#include <cstddef>

namespace starqueue::queue {

// A kind of customer: a service, a tier, and a statutory group or none. What is kept for each kind is a list.

/// How many kinds there are.
[[nodiscard]] inline std::size_t kindCount(const Rules& rules)
{
    return rules.services.size() * rules.tiers.size() * (rules.groups.size() + 1);
}

/// The place of a kind in such a list. Requires places of these rules.
[[nodiscard]] inline std::size_t kindPlace(const Rules& rules, ServiceIx service, TierIx tier, GroupIx group)
{
    const std::size_t row = service.value * rules.tiers.size() + tier.value;
    return row * (rules.groups.size() + 1) + (group == kNoGroup ? 0 : group.value + std::size_t{1});
}

} // namespace starqueue::queue
