#include <queue/rules/bound.h>

#include <queue/rules/eligibility.h>

#include <algorithm>
#include <cmath>

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

/// Everybody of `tier` whom `counter` may serve; which statutory priority it is makes no difference.
template <class Visit> void forEachStanding(TierIx tier, const CounterRule& counter, Visit visit)
{
    for (const ServiceIx service : counter.services) {
        visit(Standing{service, tier, Statutory::None});
        visit(Standing{service, tier, Statutory::Elderly});
    }
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

Millis largestBound(const Rules& rules, TierIx passed, TierIx called)
{
    Millis largest{0};
    for (std::uint16_t i = 0; i < rules.counters.size(); ++i) {
        const CounterRule& counter = rules.counters[i];
        if (counter.retired)
            continue;
        forEachStanding(passed, counter, [&](const Standing& a) {
            forEachStanding(called, counter, [&](const Standing& b) {
                largest = std::max(largest, overtakingBound(rules, CounterIx{i}, a, b));
            });
        });
    }
    return largest;
}

Millis largestBound(const Rules& rules)
{
    Millis largest{0};
    for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
        for (std::uint16_t called = 0; called < rules.tiers.size(); ++called)
            largest = std::max(largest, largestBound(rules, TierIx{passed}, TierIx{called}));
    }
    return largest;
}

} // namespace starqueue::queue
