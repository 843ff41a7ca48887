#include <queue/rules/rules_check.h>
#include <queue/support/hall_fixture.h>

namespace starqueue::queue::test {
namespace {

struct Mistake
{
    RulesFault fault;
    const char* key;
    std::function<void(Rules&)> make;
};

std::vector<Mistake> everyMistake()
{
    using enum RulesFault;
    return {
        {EmptyId, "service[1].id", [](Rules& r) { r.services[1].id.clear(); }},
        {DuplicateId, "counter[1].id", [](Rules& r) { r.counters[1].id = "1"; }},
        {BadPrefix, "service[0].prefix", [](Rules& r) { r.services[0].prefix = "abc"; }},
        {DuplicatePrefix, "service[2].prefix", [](Rules& r) { r.services[2].prefix = "A"; }},
        {DuplicatePrefix, "service[2].prefix",
         [](Rules& r) {
             r.services[2].prefix = "A";
             r.services[2].inSeries = true; // the other isn't
         }},
        {BadDuration, "service[0].typical_minutes", [](Rules& r) { r.services[0].typical = Seconds{0}; }},
        {BadDuration, "tier[1].head_start_minutes", [](Rules& r) { r.tiers[1].headStart = Minutes{-1}; }},
        {BadDuration, "guard.minutes", [](Rules& r) { r.guard = Minutes{0}; }},
        {BadDuration, "rating.window_seconds", [](Rules& r) { r.ratingWindow = Seconds{0}; }},
        {BadDuration, "counter[2].help_others_after_seconds",
         [](Rules& r) { r.counters[2].helpOthersAfter = Seconds{-5}; }},
        {TierOrder, "tier[2].stars", [](Rules& r) { r.tiers[2].stars = 5; }},
        {NoTierForEverybody, "tier", [](Rules& r) { r.tiers.pop_back(); }},
        {NoTier, "tier", [](Rules& r) { r.tiers.clear(); }},
        {BadStars, "tier[0].stars", [](Rules& r) { r.tiers[0].stars = 8; }},
        {NoRate, "tier[3].rate",
         [](Rules& r) { r.discipline = Discipline::Accumulating, r.tiers[3].rate = 0; }},
        {NoWeight, "tier[0].weight",
         [](Rules& r) { r.discipline = Discipline::Weighted, r.tiers[0].weight = -1; }},
        {CounterServesNothing, "counter[0].services", [](Rules& r) { r.counters[0].services.clear(); }},
        {UnknownService, "counter[0].services", [](Rules& r) { r.counters[0].services.push_back({9}); }},
        {PrefersWhatItDoesNotServe, "counter[0].prefers",
         [](Rules& r) { r.counters[0].prefers = {kRepair}; }},
        {ServiceNotServed, "service[2].id", [](Rules& r) { r.counters[1].services = {kAccount}; }},
        {UnknownTier, "counter[0].tiers",
         [](Rules& r) {
             r.counters[0].tiers = {5, 3};
         }},
        {TierNotServed, "service[2].id",
         [](Rules& r) {
             r.counters[1].tiers = {6, 5, 4};
         }},
        {DedicationWithoutTier, "counter[2].dedicated_to_stars",
         [](Rules& r) { r.counters[2].dedicatedToStars = 3; }},
        {BoundBroken, "fairness.bound_minutes", [](Rules& r) { r.bound = Minutes{24}; }},
        {BoundBroken, "fairness.bound_minutes", [](Rules& r) { r.guard = std::nullopt; }},
        {NoCounter, "counter", [](Rules& r) { r.counters.clear(); }},
    };
}

TEST(RulesCheck, PassesTheDefaults)
{
    EXPECT_TRUE(checkRules(smallHall()).empty());
}

TEST(RulesCheck, NamesEveryMistakeAtItsKey)
{
    for (const Mistake& mistake : everyMistake()) {
        Rules rules = smallHall();
        mistake.make(rules);
        const auto problems = checkRules(rules);
        const bool named = std::ranges::any_of(problems, [&](const RulesProblem& problem) {
            return problem.fault == mistake.fault && problem.key == mistake.key && !problem.detail.empty();
        });
        EXPECT_TRUE(named) << mistake.key << " fault " << static_cast<int>(mistake.fault);
    }
}

TEST(RulesCheck, OverlooksWhatIsRetired)
{
    Rules rules = smallHall();
    rules.services[2].retired = true;
    rules.services[2].prefix = "A";
    rules.counters[1].services = {kAccount};
    rules.counters[1].prefers.clear();
    EXPECT_TRUE(checkRules(rules).empty());
}

TEST(RulesCheck, KeepsAHeadStartWithoutGuardToItsOwnBound)
{
    Rules rules = smallHall();
    rules.guard = std::nullopt;
    rules.counters[1].prefers.clear();
    rules.counters[2].dedicatedToStars = std::nullopt;
    rules.bound = Minutes{20};
    EXPECT_TRUE(checkRules(rules).empty());
    rules.bound = Minutes{19};
    EXPECT_FALSE(checkRules(rules).empty());
}

} // namespace
} // namespace starqueue::queue::test
