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

/// What its numbers begin with, of its own or of a series.
void readPrefix(formats::TableReader& service, queue::ServiceRule& rule)
{
    const std::string_view key = service.has("series") ? "series" : "prefix";
    rule.inSeries = key == "series";
    if (rule.inSeries && service.has("prefix"))
        service.refuse("series", "stands in place of `prefix`: leave out one of them");
    rule.prefix = service.text(key);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!rule.prefix.empty() && (rule.prefix.size() > 2 || !std::ranges::all_of(rule.prefix, capital)))
        service.refuse(key, "must be one or two letters from A to Z");
}

void readService(formats::TableReader& service, HallSettings& settings)
{
    queue::ServiceRule rule;
    rule.id = readId(service);
    readPrefix(service, rule);
    settings.prefixLines[rule.id] = service.lineOf(rule.inSeries ? "series" : "prefix");
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

/// Default: the limit that simulation chose, unless it would loosen the promise; the smallest bound that the
/// rules can keep.
void readBounds(formats::TableReader& file, Rules& rules)
{
    constexpr Minutes kMostPromised{24 * 60};
    std::optional<int> passes;
    std::optional<int> minutes;
    file.section("fairness", [&](formats::TableReader& fairness) {
        passes = readMostPasses(fairness);
        minutes = fairness.wholeIfAny("bound_minutes", {0, kDayMinutes});
    });
    const Millis promised = minutes ? Minutes{*minutes} : kMostPromised;
    rules.mostPasses = static_cast<std::uint16_t>(passes.value_or(kUsualMostPasses));
    if (!passes && queue::largestBound(rules) > promised)
        rules.mostPasses = 0;
    rules.bound = minutes ? Minutes{*minutes}
                          : std::min(kMostPromised, std::chrono::ceil<Minutes>(queue::largestBound(rules)));
}

constexpr int kSecondsToCome = 20; ///< of a called customer, unless the file says otherwise

void readNoShow(formats::TableReader& noShow, Rules& rules)
{
    rules.requeueCredit =
        fromMinutes<Millis>(noShow.number("requeue_credit_minutes", {0, kDayMinutes}, 10.0));
    rules.maxRequeues = noShow.whole("max_requeues", {0, 100}, rules.maxRequeues);
    rules.noShowAfterRecalls =
        static_cast<std::uint8_t>(noShow.wholeIfAny("after_recalls", {1, 98}).value_or(0));
    rules.noShowEarliest = Seconds{noShow.whole("earliest_seconds", {0, 600}, kSecondsToCome)};
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

constexpr int kMostLateDays = 60;
constexpr std::size_t kMostReasons = 12;

/// In order, each once.
std::vector<int> readLevels(formats::TableReader& table, std::string_view key, std::vector<int> otherwise)
{
    if (!table.has(key))
        return otherwise;
    std::vector<int> levels = table.wholes(key, {1, queue::kLevels});
    std::ranges::sort(levels);
    if (std::ranges::adjacent_find(levels) != levels.end())
        table.refuse(key, "names a level twice");
    return levels;
}

void readReason(formats::TableReader& reason, Rules& rules)
{
    queue::RatingReason rule{readId(reason), readName(reason, "name"),
                             readLevels(reason, "levels", rules.caseLevels)};
    if (queue::findReason(rules.ratingReasons, rule.id))
        reason.refuse("id", "stands twice: each reason needs its own");
    if (rule.levels.empty() && !reason.refused("levels"))
        reason.refuse("levels", "is needed: for which ratings is the reason offered?");
    rules.ratingReasons.push_back(std::move(rule));
}

void readReasons(formats::TableReader& rating, Rules& rules)
{
    rating.eachOf("reasons", [&rules](formats::TableReader& reason) { readReason(reason, rules); });
    if (rules.ratingReasons.size() > kMostReasons)
        rating.refuse("reasons", "has more than " + std::to_string(kMostReasons) +
                                     " entries: customers read them on a phone");
    else if (!rules.ratingReasons.empty() && rules.lateDays == 0)
        rating.refuse("reasons", "are asked for on the phone: set late_days, too");
}

void readTimes(formats::TableReader& file, Rules& rules)
{
    file.section("rating", [&rules](formats::TableReader& rating) {
        rules.ratingWindow = Seconds{rating.whole("window_seconds", {5, 600}, 30)};
        rules.ratingLabels = rating.word("labels", queue::RatingLabels::Telecom);
        rules.exportDefault =
            static_cast<std::uint8_t>(rating.whole("export_default", {0, queue::kLevels}, 0));
        rules.lateDays = static_cast<std::uint8_t>(rating.whole("late_days", {0, kMostLateDays}, 0));
        rules.caseLevels = readLevels(rating, "opens_case", rules.caseLevels);
        readReasons(rating, rules);
    });
    file.section("printing", [&rules](formats::TableReader& printing) {
        rules.printJobLife = Seconds{printing.whole("job_life_seconds", {10, 86400}, 600)};
    });
}

void readOutcome(formats::TableReader& outcome, Rules& rules)
{
    queue::OutcomeRule rule{readId(outcome), readName(outcome, "name")};
    if (queue::findOutcome(rules.outcomes, rule.id))
        outcome.refuse("id", "stands twice: each outcome needs its own");
    rules.outcomes.push_back(std::move(rule));
}

void readFinish(formats::TableReader& finish, Rules& rules)
{
    finish.eachOf("outcomes", [&rules](formats::TableReader& outcome) { readOutcome(outcome, rules); });
    rules.outcomeRequired = finish.yesNo("outcome_required", false);
    rules.askReference = finish.word("reference", queue::AskReference::Off);
    if (rules.outcomeRequired && rules.outcomes.empty() && !finish.refused("outcomes"))
        finish.refuse("outcome_required", "needs `outcomes` to choose from");
}

void needLists(formats::TableReader& file)
{
    for (const std::string list : {"service", "tier", "counter"}) {
        if (!file.has(list))
            file.refuse(list, "is missing; a hall needs at least one [[" + list + "]]");
    }
}

} // namespace

std::optional<int> readMostPasses(formats::TableReader& fairness)
{
    return fairness.wholeIfAny("most_passes", {0, 10'000});
}

void readRules(formats::TableReader& file, HallSettings& settings)
{
    Rules& rules = settings.rules;
    readGuard(file, rules);
    readStatutoryGroups(file, rules);
    rules.noShowEarliest = Seconds{kSecondsToCome};
    file.section("no_show", [&rules](formats::TableReader& noShow) { readNoShow(noShow, rules); });
    file.section("issue", [&rules](formats::TableReader& issue) { readIssue(issue, rules); });
    file.section("identity", [&rules](formats::TableReader& identity) { readIdentity(identity, rules); });
    readTimes(file, rules);
    file.section("finish", [&rules](formats::TableReader& finish) { readFinish(finish, rules); });
    file.section("postpone", [&rules](formats::TableReader& postpone) {
        rules.postponeFor = Minutes{postpone.whole("minutes", {0, 120}, 10)};
    });
    needLists(file);
    file.eachOf("service", [&settings](formats::TableReader& service) { readService(service, settings); });
    file.eachOf("tier", [&rules](formats::TableReader& tier) { readTier(tier, rules); });
    readCounters(file, rules);
    readBounds(file, rules);
}

} // namespace starqueue::settings
