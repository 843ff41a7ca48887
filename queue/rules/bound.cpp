#include <queue/rules/bound.h>

#include <queue/rules/eligibility.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace starqueue::queue {

namespace {

Millis guardOf(const Rules& rules)
{
    return rules.guard.value_or(kNoBound);
}

Millis boundByHeadStart(const Rules& rules, const Standing& passed, const Standing& called)
{
    const Millis gain =
        headStartOf(rules, called.tier, called.statutory) - headStartOf(rules, passed.tier, passed.statutory);
    return std::min(guardOf(rules), std::max(Millis{0}, gain));
}

Millis boundByGrowth(const Rules& rules, const Standing& passed, const Standing& called)
{
    const double slow = rules.tiers[standingOf(rules, passed.tier, passed.statutory).value].rate;
    const double fast = rules.tiers[standingOf(rules, called.tier, called.statutory).value].rate;
    if (fast <= slow)
        return Millis{0};
    if (!rules.guard)
        return kNoBound;
    return Millis{std::llround(std::ceil(static_cast<double>(rules.guard->count()) * (1 - slow / fast)))};
}

Millis boundByRank(const Rules& rules, const Standing& passed, const Standing& called)
{
    const auto standing = [&](const Standing& who) { return standingOf(rules, who.tier, who.statutory); };
    switch (rules.discipline) {
    case Discipline::HeadStart:
        return boundByHeadStart(rules, passed, called);
    case Discipline::Fifo:
        return Millis{0};
    case Discipline::Strict:
        return standing(called) < standing(passed) ? guardOf(rules) : Millis{0};
    case Discipline::Weighted:
        return standing(called) != standing(passed) ? guardOf(rules) : Millis{0};
    case Discipline::Accumulating:
        return boundByGrowth(rules, passed, called);
    }
    return kNoBound;
}

/// None, and one group of each head start: groups of the same one are alike. Without the retired ones.
std::vector<GroupIx> unlikeGroups(const Rules& rules)
{
    std::vector<GroupIx> unlike{kNoGroup};
    for (const GroupIx group : groupsOf(rules)) {
        const auto same = [&](GroupIx met) {
            return met != kNoGroup &&
                   rules.groups[met.value].headStart == rules.groups[group.value].headStart;
        };
        if (!rules.groups[group.value].retired && std::ranges::none_of(unlike, same))
            unlike.push_back(group);
    }
    return unlike;
}

/// The largest overtaking by rank alone, with any of `groups`; counter and service make no difference.
Millis largestByRank(const Rules& rules, const std::vector<GroupIx>& groups, TierIx passed, TierIx called)
{
    Millis largest{0};
    for (const GroupIx ofPassed : groups) {
        for (const GroupIx ofCalled : groups)
            largest = std::max(largest, boundByRank(rules, {{}, passed, ofPassed}, {{}, called, ofCalled}));
    }
    return largest;
}

bool takes(const CounterRule& counter, int stars)
{
    return counter.tiers.empty() || std::ranges::find(counter.tiers, stars) != counter.tiers.end();
}

bool isOtherAt(const CounterRule& counter, int stars)
{
    return counter.dedicatedToStars && stars < *counter.dedicatedToStars;
}

/// The counter prefers some of its services to others.
bool prefersAny(const CounterRule& counter)
{
    const auto place = [&](ServiceIx service) { return std::ranges::find(counter.prefers, service); };
    return std::ranges::adjacent_find(counter.services, std::ranges::not_equal_to{}, place) !=
           counter.services.end();
}

enum class PassingMode : std::uint8_t { Never, ByRank, ByCloseness }; ///< how one may pass another, ascending

/// The strongest way in which tier `called` may pass tier `passed` at this counter.
PassingMode passingModeAt(const CounterRule& counter, int passed, int called)
{
    if (counter.retired || counter.services.empty() || !takes(counter, passed) || !takes(counter, called))
        return PassingMode::Never;
    const bool passedIsOther = isOtherAt(counter, passed);
    if (passedIsOther != isOtherAt(counter, called))
        return passedIsOther ? PassingMode::ByCloseness : PassingMode::Never;
    return prefersAny(counter) ? PassingMode::ByCloseness : PassingMode::ByRank;
}

/// A counter's services matter only if it prefers some of them: so this loops over counters, not over pairs
/// of services.
Millis largestOfTiers(const Rules& rules, const std::vector<GroupIx>& groups, TierIx passed, TierIx called)
{
    const int starsOfPassed = rules.tiers.at(passed.value).stars;
    const int starsOfCalled = rules.tiers.at(called.value).stars;
    PassingMode mode = PassingMode::Never;
    for (const CounterRule& counter : rules.counters)
        mode = std::max(mode, passingModeAt(counter, starsOfPassed, starsOfCalled));
    if (mode == PassingMode::Never)
        return Millis{0};
    const Millis byRank = largestByRank(rules, groups, passed, called);
    return mode == PassingMode::ByRank ? byRank : std::max(byRank, guardOf(rules));
}

} // namespace

Millis overtakingBound(const Rules& rules, CounterIx counter, const Standing& passed, const Standing& called)
{
    const auto ofPassed = closenessAt(rules, counter, passed.service, passed.tier);
    const auto ofCalled = closenessAt(rules, counter, called.service, called.tier);
    if (!ofPassed || !ofCalled)
        return Millis{0};
    if (*ofCalled < *ofPassed)
        return guardOf(rules);
    if (*ofPassed < *ofCalled)
        return Millis{0};
    return boundByRank(rules, passed, called);
}

Millis boundByCount(const Rules& rules)
{
    return guardOf(rules);
}

Millis largestBound(const Rules& rules, TierIx passed, TierIx called)
{
    return largestOfTiers(rules, unlikeGroups(rules), passed, called);
}

Millis largestBound(const Rules& rules)
{
    const std::vector<GroupIx> groups = unlikeGroups(rules);
    Millis largest{0};
    for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
        for (std::uint16_t called = 0; called < rules.tiers.size(); ++called)
            largest = std::max(largest, largestOfTiers(rules, groups, TierIx{passed}, TierIx{called}));
    }
    const bool counts = rules.mostPasses > 0 && largest > Millis{0};
    return counts ? std::max(largest, boundByCount(rules)) : largest;
}

} // namespace starqueue::queue
