#include <queue/rules/bound.h>
#include <queue/support/hall_fixture.h>
#include <queue/support/random_day.h>

#include <rapidcheck/gtest.h>

// RapidCheck prints its seed; RC_PARAMS="seed=…" repeats a run.

namespace starqueue::queue::test {
namespace {

/// Everybody of `tier` whom `counter` may serve.
std::vector<Standing> servedAt(const Rules& rules, const CounterRule& counter, TierIx tier)
{
    std::vector<Standing> served;
    for (const ServiceIx service : counter.services) {
        served.push_back({service, tier});
        for (const GroupIx statutory : groupsOf(rules))
            served.push_back({service, tier, statutory});
    }
    return served;
}

Millis largestAt(const Rules& rules, CounterIx counter, TierIx passed, TierIx called)
{
    Millis largest{0};
    for (const Standing& one : servedAt(rules, rules.counters[counter.value], passed)) {
        for (const Standing& other : servedAt(rules, rules.counters[counter.value], called))
            largest = std::max(largest, overtakingBound(rules, counter, one, other));
    }
    return largest;
}

/// The definition word by word: every two who may meet, at every counter.
Millis largestOfEveryPair(const Rules& rules, TierIx passed, TierIx called)
{
    Millis largest{0};
    for (std::uint16_t counter = 0; counter < rules.counters.size(); ++counter) {
        if (!rules.counters[counter].retired)
            largest = std::max(largest, largestAt(rules, {counter}, passed, called));
    }
    return largest;
}

std::vector<ServiceIx> someServices(std::uint16_t known)
{
    const auto service = rc::gen::map(rc::gen::inRange<std::uint16_t>(0, known),
                                      [](std::uint16_t value) { return ServiceIx{value}; });
    return *rc::gen::resize(5, rc::gen::unique<std::vector<ServiceIx>>(service));
}

void shuffle(CounterRule& counter, const Rules& rules)
{
    counter.services = someServices(static_cast<std::uint16_t>(rules.services.size()));
    counter.prefers.clear();
    for (const ServiceIx service : counter.services) {
        if (*rc::gen::inRange(0, 3) == 0)
            counter.prefers.push_back(service);
    }
    if (*rc::gen::inRange(0, 4) == 0) // served alike again: all of them are preferred in one place
        counter.prefers.clear();
    counter.tiers.clear();
    for (const TierRule& tier : rules.tiers) {
        if (*rc::gen::inRange(0, 3) == 0)
            counter.tiers.push_back(tier.stars);
    }
    counter.dedicatedToStars = *rc::gen::element<std::optional<int>>(std::nullopt, 4, 5, 6);
    counter.retired = *rc::gen::inRange(0, 6) == 0;
}

/// Sound or not: a bound is computed before all else is known to be right.
Rules shuffledRules()
{
    Rules rules = *anyRules();
    for (TierRule& tier : rules.tiers)
        tier.rate = *rc::gen::element(0.5, 1.0, 1.5, 6.0);
    for (CounterRule& counter : rules.counters)
        shuffle(counter, rules);
    return rules;
}

RC_GTEST_PROP(LargestBound, IsTheLargestOfEveryTwoWhoMayMeetAtAnyCounter, ())
{
    const Rules rules = shuffledRules();
    Millis ofAll{0};
    for (std::uint16_t passed = 0; passed < rules.tiers.size(); ++passed) {
        for (std::uint16_t called = 0; called < rules.tiers.size(); ++called) {
            const Millis largest = largestOfEveryPair(rules, {passed}, {called});
            RC_ASSERT(largestBound(rules, {passed}, {called}) == largest);
            ofAll = std::max(ofAll, largest);
        }
    }
    const bool counts = rules.mostPasses > 0 && ofAll > Millis{0};
    const Millis byCount = counts ? rules.guard.value_or(kNoBound) : Millis{0};
    RC_ASSERT(largestBound(rules) == std::max(ofAll, byCount));
}

TEST(LargestBound, OfTiersThatMeetAtNoCounterIsZero)
{
    Rules rules = smallHall();
    rules.counters.resize(2);
    rules.counters[0].tiers = {rules.tiers[1].stars};
    rules.counters[1].tiers = {0};
    EXPECT_EQ(largestBound(rules, TierIx{3}, TierIx{1}), Millis{0});
}

} // namespace
} // namespace starqueue::queue::test
