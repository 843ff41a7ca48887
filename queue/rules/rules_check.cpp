#include <queue/rules/rules_check.h>

#include <queue/rules/bound.h>
#include <queue/rules/eligibility.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace starqueue::queue {

namespace {

using Problems = std::vector<RulesProblem>;

std::string keyAt(std::string_view list, std::size_t index, std::string_view field)
{
    std::string key(list);
    key += "[" + std::to_string(index) + "]";
    return field.empty() ? key : key + "." + std::string(field);
}

std::string minutesText(Millis span)
{
    const auto tenths = std::llround(static_cast<double>(span.count()) / 6000.0);
    std::string text = std::to_string(tenths / 10);
    return tenths % 10 == 0 ? text : text + "." + std::to_string(tenths % 10);
}

bool isPrefix(const std::string& prefix)
{
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return (prefix.size() == 1 || prefix.size() == 2) && std::ranges::all_of(prefix, capital);
}

template <class List> void checkIds(const List& list, std::string_view name, Problems& problems)
{
    std::set<std::string> met;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].retired)
            continue;
        if (list[i].id.empty())
            problems.push_back({RulesFault::EmptyId, keyAt(name, i, "id"),
                                "The id is empty: give it a short name that stays."});
        else if (!met.insert(list[i].id).second)
            problems.push_back({RulesFault::DuplicateId, keyAt(name, i, "id"),
                                "\"" + list[i].id + "\" stands here twice: each id must be unique."});
    }
}

void checkServices(const Rules& rules, Problems& problems)
{
    std::map<std::string, const ServiceRule*> owners; ///< of the prefixes
    for (std::size_t i = 0; i < rules.services.size(); ++i) {
        const ServiceRule& service = rules.services[i];
        if (service.retired)
            continue;
        const std::string key = keyAt("service", i, "prefix");
        if (!isPrefix(service.prefix))
            problems.push_back(
                {RulesFault::BadPrefix, key,
                 "\"" + service.prefix + "\" can't begin a number: give one or two capital letters."});
        else if (const auto [owner, free] = owners.emplace(service.prefix, &service);
                 !free && !shareNumbers(*owner->second, service))
            problems.push_back(
                {RulesFault::DuplicatePrefix, key,
                 "Prefix \"" + service.prefix + "\" is that of service \"" + owner->second->id +
                     "\" too: two tickets could bear one number. Give both `series` instead."});
        if (service.typical <= Seconds{0})
            problems.push_back({RulesFault::BadDuration, keyAt("service", i, "typical_minutes"),
                                "A service must take time: give more than 0."});
    }
    if (std::ranges::all_of(rules.services, &ServiceRule::retired))
        problems.push_back(
            {RulesFault::NoService, "service", "There is no service: a hall needs at least one."});
}

void checkStars(const Rules& rules, std::size_t i, Problems& problems)
{
    const TierRule& tier = rules.tiers[i];
    if (tier.stars < 0 || tier.stars > kMostStars)
        problems.push_back({RulesFault::BadStars, keyAt("tier", i, "stars"),
                            std::to_string(tier.stars) + " stars don't exist: give 0 to " +
                                std::to_string(kMostStars) + "."});
    if (i > 0 && tier.stars >= rules.tiers[i - 1].stars)
        problems.push_back(
            {RulesFault::TierOrder, keyAt("tier", i, "stars"),
             std::to_string(tier.stars) + " stars don't come below the tier before: put the highest first."});
}

bool isAboveZero(double value)
{
    return value > 0 && std::isfinite(value);
}

void checkDiscipline(const Rules& rules, std::size_t i, Problems& problems)
{
    const TierRule& tier = rules.tiers[i];
    if (rules.discipline == Discipline::Accumulating && !isAboveZero(tier.rate))
        problems.push_back(
            {RulesFault::NoRate, keyAt("tier", i, "rate"),
             "The discipline \"accumulating\" needs a rate above 0 for every tier: give one."});
    if (rules.discipline == Discipline::Weighted && !isAboveZero(tier.weight))
        problems.push_back({RulesFault::NoWeight, keyAt("tier", i, "weight"),
                            "The discipline \"weighted\" needs a weight above 0 for every tier: give one."});
}

void checkTier(const Rules& rules, std::size_t i, Problems& problems)
{
    const TierRule& tier = rules.tiers[i];
    checkStars(rules, i, problems);
    if (tier.headStart < Millis{0})
        problems.push_back(
            {RulesFault::BadDuration, keyAt("tier", i, "head_start_minutes"),
             "A head start of " + minutesText(tier.headStart) + " min goes backwards: give 0 or more."});
    if (tier.target < Seconds{0})
        problems.push_back({RulesFault::BadDuration, keyAt("tier", i, "target_minutes"),
                            "A target below 0 can't be met: give 0 or more."});
    checkDiscipline(rules, i, problems);
}

void checkTiers(const Rules& rules, Problems& problems)
{
    if (rules.tiers.empty()) {
        problems.push_back(
            {RulesFault::NoTier, "tier", "There is no tier: give at least one with stars = 0."});
        return;
    }
    for (std::size_t i = 0; i < rules.tiers.size(); ++i)
        checkTier(rules, i, problems);
    if (rules.tiers.back().stars != 0)
        problems.push_back({RulesFault::NoTierForEverybody, "tier",
                            "No tier takes customers without stars: add a last one with stars = 0."});
}

void checkServed(const Rules& rules, std::size_t i, Problems& problems)
{
    const CounterRule& counter = rules.counters[i];
    const auto unknown = [&](ServiceIx service) { return service.value >= rules.services.size(); };
    if (counter.services.empty())
        problems.push_back({RulesFault::CounterServesNothing, keyAt("counter", i, "services"),
                            "Counter \"" + counter.id + "\" serves nothing: name its services."});
    if (std::ranges::any_of(counter.services, unknown) || std::ranges::any_of(counter.prefers, unknown))
        problems.push_back(
            {RulesFault::UnknownService, keyAt("counter", i, "services"),
             "Counter \"" + counter.id + "\" names a service that isn't there: name one that is."});
    for (const ServiceIx preferred : counter.prefers) {
        if (std::ranges::find(counter.services, preferred) == counter.services.end())
            problems.push_back({RulesFault::PrefersWhatItDoesNotServe, keyAt("counter", i, "prefers"),
                                "Counter \"" + counter.id +
                                    "\" prefers a service that it doesn't give: add it to services."});
    }
}

void checkTiersOf(const Rules& rules, std::size_t i, Problems& problems)
{
    const CounterRule& counter = rules.counters[i];
    for (const int stars : counter.tiers) {
        if (std::ranges::find(rules.tiers, stars, &TierRule::stars) == rules.tiers.end())
            problems.push_back({RulesFault::UnknownTier, keyAt("counter", i, "tiers"),
                                "No tier begins at " + std::to_string(stars) +
                                    " stars: name tiers by the stars that they begin at."});
    }
}

bool isServed(const Rules& rules, ServiceIx service, TierIx tier)
{
    for (std::uint16_t i = 0; i < rules.counters.size(); ++i) {
        if (!rules.counters[i].retired && closenessAt(rules, {i}, service, tier))
            return true;
    }
    return false;
}

/// Every tier that may take a ticket needs a counter that may call it.
void checkEveryTierIsServed(const Rules& rules, std::uint16_t service, Problems& problems)
{
    for (std::uint16_t tier = 0; tier < rules.tiers.size(); ++tier) {
        if (!isServed(rules, {service}, {tier}))
            problems.push_back({RulesFault::TierNotServed, keyAt("service", service, "id"),
                                "No counter serves \"" + rules.services[service].id +
                                    "\" to customers of the tier of " +
                                    std::to_string(rules.tiers[tier].stars) +
                                    " stars: add that tier to a counter's tiers."});
    }
}

void checkDedication(const Rules& rules, std::size_t i, Problems& problems)
{
    const CounterRule& counter = rules.counters[i];
    if (counter.helpOthersAfter && *counter.helpOthersAfter < Millis{0})
        problems.push_back({RulesFault::BadDuration, keyAt("counter", i, "help_others_after_seconds"),
                            "Help can't come before the customer: give 0 or more, or -1 for never."});
    if (!counter.dedicatedToStars)
        return;
    if (std::ranges::find(rules.tiers, *counter.dedicatedToStars, &TierRule::stars) == rules.tiers.end())
        problems.push_back({RulesFault::DedicationWithoutTier, keyAt("counter", i, "dedicated_to_stars"),
                            "No tier begins at " + std::to_string(*counter.dedicatedToStars) +
                                " stars: dedicate the counter to one that a tier begins at."});
}

void checkCounters(const Rules& rules, Problems& problems)
{
    std::vector<bool> served(rules.services.size());
    for (std::size_t i = 0; i < rules.counters.size(); ++i) {
        if (rules.counters[i].retired)
            continue;
        checkServed(rules, i, problems);
        checkTiersOf(rules, i, problems);
        checkDedication(rules, i, problems);
        for (const ServiceIx service : rules.counters[i].services) {
            if (service.value < served.size())
                served[service.value] = true;
        }
    }
    for (std::size_t i = 0; i < served.size(); ++i) {
        if (rules.services[i].retired)
            continue;
        if (served[i])
            checkEveryTierIsServed(rules, static_cast<std::uint16_t>(i), problems);
        else
            problems.push_back(
                {RulesFault::ServiceNotServed, keyAt("service", i, "id"),
                 "No counter serves \"" + rules.services[i].id + "\": add it to a counter's services."});
    }
    if (std::ranges::all_of(rules.counters, &CounterRule::retired))
        problems.push_back(
            {RulesFault::NoCounter, "counter", "There is no counter: a hall needs at least one."});
}

void checkDurations(const Rules& rules, Problems& problems)
{
    const auto check = [&](bool wrong, std::string_view key, std::string_view detail) {
        if (wrong)
            problems.push_back({RulesFault::BadDuration, std::string(key), std::string(detail)});
    };
    check(rules.guard && *rules.guard <= Millis{0}, "guard.minutes",
          "A guard must leave time before it holds: give more than 0, or leave it out.");
    check(rules.ratingWindow <= Seconds{0}, "rating.window_seconds",
          "A rating needs time to be given: give more than 0.");
    check(rules.requeueCredit < Millis{0}, "requeue.credit_minutes", "Give 0 or more.");
    check(rules.maxRequeues < 0, "requeue.most", "Give 0 or more.");
    check(rules.printJobLife <= Seconds{0}, "printing.job_life_seconds",
          "A print job needs time to be printed: give more than 0.");
}

void checkGroups(const Rules& rules, Problems& problems)
{
    checkIds(rules.groups, "statutory_group", problems);
    for (std::size_t i = 0; i < rules.groups.size(); ++i) {
        if (rules.groups[i].headStart < Millis{0})
            problems.push_back({RulesFault::BadDuration, keyAt("statutory_group", i, "head_start_minutes"),
                                "Give 0 or more."});
    }
    const auto named = std::ranges::count(rules.groups, false, &StatutoryGroup::anonymous);
    if (named > static_cast<std::ptrdiff_t>(kMostGroups))
        problems.push_back({RulesFault::TooManyGroups, "statutory_group",
                            "There are " + std::to_string(named) + " groups: give at most " +
                                std::to_string(kMostGroups) + "."});
}

void checkBound(const Rules& rules, Problems& problems)
{
    const Millis largest = largestBound(rules);
    if (largest <= rules.bound)
        return;
    const std::string reached = largest == kNoBound ? "any time" : minutesText(largest) + " min";
    problems.push_back({RulesFault::BoundBroken, "fairness.bound_minutes",
                        "Under these rules somebody could be overtaken by " + reached +
                            ", more than the promised " + std::to_string(rules.bound.count()) +
                            " min: raise the bound, set a shorter guard, or lower the head starts."});
}

} // namespace

std::vector<RulesProblem> checkRules(const Rules& rules)
{
    Problems problems;
    checkIds(rules.services, "service", problems);
    checkIds(rules.counters, "counter", problems);
    checkServices(rules, problems);
    checkTiers(rules, problems);
    checkCounters(rules, problems);
    checkDurations(rules, problems);
    checkGroups(rules, problems);
    if (problems.empty()) // the bound can only be computed of valid rules
        checkBound(rules, problems);
    return problems;
}

} // namespace starqueue::queue
