#include <hall/settings/section_readers.h>

#include <queue/rules/bound.h>

#include <algorithm>

namespace starqueue::settings {

namespace {

using queue::Rules;

void readGuard(formats::TableReader& file, Rules& rules)
{
    file.section("guard", [&rules](formats::TableReader& guard) {
        const double minutes = guard.number("minutes", {-1, kDayMinutes}, 25.0);
        if (minutes < 0)
            rules.guard.reset();
        else
            rules.guard = fromMinutes<Millis>(minutes);
        if (minutes == 0 || (minutes < 0 && minutes != -1))
            guard.refuse("minutes", "must be a number above 0, or -1: no guard");
    });
}

void readService(formats::TableReader& service, HallSettings& settings)
{
    queue::ServiceRule rule;
    rule.id = readId(service);
    rule.prefix = service.text("prefix");
    settings.prefixLines[rule.id] = service.lineOf("prefix");
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!rule.prefix.empty() && (rule.prefix.size() > 2 || !std::ranges::all_of(rule.prefix, capital)))
        service.refuse("prefix", "must be one or two letters from A to Z");
    rule.name = readName(service, "name");
    rule.typical = fromMinutes<Seconds>(service.number("typical_minutes", {0.1, 480}, 6.0));
    if (const auto most = service.wholeIfAny("daily_tickets", {1, 100000}))
        rule.dailyTickets = static_cast<std::uint32_t>(*most);
    if (const auto hours = readServiceHours(service, settings.opens))
        settings.serviceOpens[rule.id] = *hours;
    settings.rules.services.push_back(std::move(rule));
}

/// Required only under the discipline that uses it.
double readShare(formats::TableReader& tier, std::string_view key, bool needed)
{
    return tier.number(key, {0.001, 1000}, needed ? std::nullopt : std::optional{1.0});
}

void readTier(formats::TableReader& tier, Rules& rules)
{
    queue::TierRule rule;
    rule.stars = tier.whole("stars", {0, queue::kMostStars});
    rule.keyContacts = tier.yesNo("key_contacts", false);
    rule.target = fromMinutes<Seconds>(tier.number("target_minutes", {0.1, kDayMinutes}, 15.0));
    rule.headStart = fromMinutes<Millis>(tier.number("head_start_minutes", {0, kDayMinutes}, 0.0));
    rule.rate = readShare(tier, "rate", rules.discipline == queue::Discipline::Accumulating);
    rule.weight = readShare(tier, "weight", rules.discipline == queue::Discipline::Weighted);
    rules.tiers.push_back(rule);
}

std::vector<queue::ServiceIx> readServices(formats::TableReader& counter, std::string_view key,
                                           const Rules& rules, std::vector<std::string> otherwise)
{
    std::vector<queue::ServiceIx> places;
    const std::vector<std::string> ids = counter.texts(key, std::move(otherwise));
    if (rules.services.empty())
        return places; // that there is none is said once, for the file
    for (const std::string& id : ids) {
        const auto place = queue::findService(rules, id);
        if (!place)
            counter.refuse(key, "names \"" + id + "\", and no [[service]] has that id");
        else if (std::ranges::find(places, *place) != places.end())
            counter.refuse(key, "names \"" + id + "\" twice");
        else
            places.push_back(*place);
    }
    return places;
}

std::vector<std::string> allServices(const Rules& rules)
{
    std::vector<std::string> ids;
    for (const queue::ServiceRule& service : rules.services)
        ids.push_back(service.id);
    return ids;
}

void readTiersOf(formats::TableReader& counter, const Rules& rules, queue::CounterRule& rule)
{
    const std::vector<int> all = counter.wholes("tiers", {0, queue::kMostStars});
    if (rules.tiers.empty())
        return; // that there is none is said once, for the file
    for (const int stars : all) {
        if (std::ranges::find(rules.tiers, stars, &queue::TierRule::stars) == rules.tiers.end())
            counter.refuse("tiers",
                           "names " + std::to_string(stars) + ", and no [[tier]] begins at so many stars");
        else if (std::ranges::find(rule.tiers, stars) != rule.tiers.end())
            counter.refuse("tiers", "names " + std::to_string(stars) + " twice");
        else
            rule.tiers.push_back(stars);
    }
    if (counter.has("tiers") && rule.tiers.empty() && !counter.refused("tiers"))
        counter.refuse("tiers", "must name at least one [[tier]] by its stars, or be left out: all tiers");
}

void readDedication(formats::TableReader& counter, queue::CounterRule& rule)
{
    rule.dedicatedToStars = counter.wholeIfAny("dedicated_to_stars", {1, queue::kMostStars});
    const int after = counter.whole("help_others_after_seconds", {-1, 86400}, 0);
    rule.helpOthersAfter = after < 0 ? std::nullopt : std::optional<Millis>{std::chrono::seconds{after}};
    if (counter.has("help_others_after_seconds") && !rule.dedicatedToStars)
        counter.refuse("help_others_after_seconds", "says nothing without `dedicated_to_stars`");
}

void readCounter(formats::TableReader& counter, Rules& rules)
{
    queue::CounterRule rule;
    rule.id = readId(counter);
    rule.name = readName(counter, "name");
    rule.services = readServices(counter, "services", rules, allServices(rules));
    const bool named = !rules.services.empty() && !counter.refused("services");
    if (counter.has("services") && rule.services.empty() && named)
        counter.refuse("services", "must name at least one [[service]] by its id");
    rule.prefers = readServices(counter, "prefer", rules, {});
    for (const queue::ServiceIx preferred : rule.prefers) {
        if (std::ranges::find(rule.services, preferred) == rule.services.end())
            counter.refuse("prefer", "must name only services that stand in `services`");
    }
    readTiersOf(counter, rules, rule);
    readDedication(counter, rule);
    rules.counters.push_back(std::move(rule));
}

/// Default: the smallest bound that these rules can keep.
void readBounds(formats::TableReader& file, Rules& rules)
{
    const auto smallest = [](const Rules& of) {
        return std::min(Minutes{24 * 60}, std::chrono::ceil<Minutes>(queue::largestBound(of)));
    };
    rules.bound = smallest(rules);
    file.section("fairness", [&](formats::TableReader& fairness) {
        rules.mostPasses = readMostPasses(fairness);
        rules.bound = smallest(rules);
        if (const auto minutes = fairness.wholeIfAny("bound_minutes", {0, kDayMinutes}))
            rules.bound = Minutes{*minutes};
    });
}

void readNoShow(formats::TableReader& noShow, Rules& rules)
{
    rules.requeueCredit =
        fromMinutes<Millis>(noShow.number("requeue_credit_minutes", {0, kDayMinutes}, 10.0));
    rules.maxRequeues = noShow.whole("max_requeues", {0, 100}, rules.maxRequeues);
    rules.noShowAfterRecalls =
        static_cast<std::uint8_t>(noShow.wholeIfAny("after_recalls", {1, 98}).value_or(0));
}

void readIssue(formats::TableReader& issue, Rules& rules)
{
    const auto limit = [&issue](std::string_view key) {
        return static_cast<std::uint16_t>(issue.wholeIfAny(key, {1, 1000}).value_or(0));
    };
    rules.limits.perIdentity = limit("most_per_identity");
    rules.limits.perKioskMinute = limit("most_per_kiosk_minute");
}

void readIdentity(formats::TableReader& identity, Rules& rules)
{
    rules.typedShows = identity.word("typed_shows", queue::TypedShows::Ordinary);
    identity.section("card",
                     [&rules](formats::TableReader& card) { rules.codeIsProof = card.yesNo("proof", true); });
}

void readTimes(formats::TableReader& file, Rules& rules)
{
    file.section("rating", [&rules](formats::TableReader& rating) {
        rules.ratingWindow = Seconds{rating.whole("window_seconds", {5, 600}, 30)};
        rules.ratingLabels = rating.word("labels", queue::RatingLabels::Telecom);
        if (!rating.has("opens_case"))
            return;
        rules.caseLevels = rating.wholes("opens_case", {1, queue::kLevels});
        std::ranges::sort(rules.caseLevels);
        if (std::ranges::adjacent_find(rules.caseLevels) != rules.caseLevels.end())
            rating.refuse("opens_case", "names a level twice");
    });
    file.section("printing", [&rules](formats::TableReader& printing) {
        rules.printJobLife = Seconds{printing.whole("job_life_seconds", {10, 86400}, 600)};
    });
}

void needLists(formats::TableReader& file)
{
    for (const std::string list : {"service", "tier", "counter"}) {
        if (!file.has(list))
            file.refuse(list, "is missing; a hall needs at least one [[" + list + "]]");
    }
}

} // namespace

std::uint16_t readMostPasses(formats::TableReader& fairness)
{
    return static_cast<std::uint16_t>(fairness.whole("most_passes", {0, 10'000}, 0));
}

void readRules(formats::TableReader& file, HallSettings& settings)
{
    Rules& rules = settings.rules;
    readGuard(file, rules);
    readStatutoryGroups(file, rules);
    file.section("no_show", [&rules](formats::TableReader& noShow) { readNoShow(noShow, rules); });
    file.section("issue", [&rules](formats::TableReader& issue) { readIssue(issue, rules); });
    file.section("identity", [&rules](formats::TableReader& identity) { readIdentity(identity, rules); });
    readTimes(file, rules);
    needLists(file);
    file.eachOf("service", [&settings](formats::TableReader& service) { readService(service, settings); });
    file.eachOf("tier", [&rules](formats::TableReader& tier) { readTier(tier, rules); });
    file.eachOf("counter", [&rules](formats::TableReader& counter) { readCounter(counter, rules); });
    readBounds(file, rules);
}

} // namespace starqueue::settings
