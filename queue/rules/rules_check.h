#pragma once

#include <queue/rules/rules.h>

#include <string>
#include <vector>

namespace starqueue::queue {

/// What can be wrong with rules.
enum class RulesFault : std::uint8_t {
    NoService,
    NoTier,
    NoCounter,
    EmptyId,
    DuplicateId,
    BadPrefix, ///< must be one or two capital letters
    DuplicatePrefix,
    BadDuration, ///< negative, or zero where a time is needed
    TierOrder,   ///< tiers aren't sorted highest first
    NoTierForEverybody,
    NoRate,   ///< accumulating needs a rate above zero
    NoWeight, ///< weighted needs a weight above zero
    BadStars, ///< must be 0 to 7
    CounterServesNothing,
    ServiceNotServed,
    TierNotServed, ///< a service that no counter gives to customers of some tier
    UnknownTier,   ///< a counter names stars that no tier begins at
    PrefersWhatItDoesNotServe,
    UnknownService,
    DedicationWithoutTier, ///< no tier begins at the stars that a counter is dedicated to
    TooManyGroups,
    BoundBroken, ///< somebody could be overtaken by more than the bound
};

/// One fault in the rules, so that a settings reader can name its line.
struct RulesProblem
{
    RulesFault fault;
    std::string key;    ///< as in the configuration: "counter[2].services", "fairness.bound_minutes"
    std::string detail; ///< a sentence: what is wrong, with which value, and what would be right

    friend bool operator==(const RulesProblem&, const RulesProblem&) = default;
};

/// Validates `rules` and returns every fault; empty: valid. Indices in keys count from 0 in the order of
/// `rules`; retired services and counters aren't checked.
[[nodiscard]] std::vector<RulesProblem> checkRules(const Rules& rules);

} // namespace starqueue::queue
