#include <hall/settings/scenario/scenario_file.h>

#include <formats/toml/parse.h>
#include <formats/toml/read_file.h>
#include <hall/settings/scenario/scenario_check.h>
#include <hall/settings/section_readers.h>

#include <algorithm>
#include <cmath>

namespace starqueue::settings {

namespace {

using queue::Scenario;

constexpr double kMostCustomers = 2e9;
constexpr int kMostCounters = 200;
using queue::kMostStars;
constexpr std::size_t kHoursOfADay = 24;

void readLength(formats::TableReader& length, Scenario& scenario)
{
    if (length.has("days")) {
        scenario.length.days = static_cast<std::uint64_t>(length.whole("days", {1, 1e7}));
        if (length.has("customers"))
            length.refuse("customers", "can't stand beside `days`: give days of a hall or one endless day");
        return;
    }
    scenario.length.customers = static_cast<std::uint64_t>(length.whole("customers", {1, kMostCustomers}));
    scenario.length.warmUp = static_cast<std::uint64_t>(length.whole("warm_up", {0, kMostCustomers}, 0));
}

void readArrivals(formats::TableReader& arrivals, Scenario& scenario)
{
    queue::ArrivalPattern& pattern = scenario.demand.arrivals;
    pattern.perMinute = arrivals.number("per_minute", {1e-6, 1e5});
    pattern.hourly = arrivals.numbers("hourly", {0, 1000});
    pattern.dayFactorSd = arrivals.number("day_factor_sd", {0, 5}, 0.0);
    if (pattern.hourly.size() > kHoursOfADay)
        arrivals.refuse("hourly", "must not hold more than the 24 hours of a day");
    const auto isZero = [](double share) { return share == 0; };
    if (!pattern.hourly.empty() && std::ranges::all_of(pattern.hourly, isZero))
        arrivals.refuse("hourly", "must hold an hour in which somebody comes");
    if (scenario.length.days == 0 && pattern.dayFactorSd > 0)
        arrivals.refuse("day_factor_sd", "says nothing for an endless day: give `length.days`");
}

/// Parses counters by half-hour; a new step begins where the number changes.
void readPlan(formats::TableReader& counters, int count, Scenario& scenario)
{
    const std::vector<double> plan = counters.numbers("by_half_hour", {0, static_cast<double>(count)});
    if (plan.empty()) {
        scenario.opening = {{Millis{0}, count}};
        return;
    }
    if (scenario.length.days == 0)
        counters.refuse("by_half_hour", "says nothing for an endless day: give `length.days`");
    if (plan.size() > 2 * kHoursOfADay)
        counters.refuse("by_half_hour", "must not hold more than the 48 half-hours of a day");
    if (std::ranges::any_of(plan, [](double open) { return open != std::floor(open); }))
        counters.refuse("by_half_hour", "must hold whole numbers of counters");
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const int open = static_cast<int>(plan[i]);
        if (scenario.opening.empty() || scenario.opening.back().open != open)
            scenario.opening.push_back({Minutes{30} * static_cast<int>(i), open});
    }
    if (scenario.opening.back().open == 0)
        counters.refuse("by_half_hour", "must not end with 0: who still waits then would never be served");
}

void readCounters(formats::TableReader& counters, Scenario& scenario)
{
    const int count = counters.whole("count", {1, kMostCounters});
    const int dedicated = counters.whole("dedicated", {0, static_cast<double>(count)}, 0);
    const std::optional<int> stars = counters.wholeIfAny("dedicated_to_stars", {1, kMostStars});
    const int help = counters.whole("help_others_after_seconds", {-1, 86400}, 0);
    if (dedicated > 0 && !stars)
        counters.refuse("dedicated", "needs `dedicated_to_stars`: to whom they are dedicated");
    for (int i = 0; i < count; ++i) {
        queue::CounterRule rule;
        rule.id = std::to_string(i + 1);
        rule.name = {rule.id, rule.id};
        if (i >= count - dedicated) {
            rule.dedicatedToStars = stars;
            rule.helpOthersAfter = help < 0 ? std::nullopt : std::optional<Millis>{Seconds{help}};
        }
        scenario.rules.counters.push_back(std::move(rule));
    }
    readPlan(counters, count, scenario);
}

void readGuard(formats::TableReader& file, Scenario& scenario)
{
    scenario.rules.guard.reset();
    file.section("guard", [&scenario](formats::TableReader& guard) {
        scenario.rules.guard = fromMinutes<Millis>(guard.number("minutes", {1e-3, kDayMinutes}));
    });
}

void readNoShow(formats::TableReader& noShow, Scenario& scenario)
{
    scenario.demand.noShowShare = noShow.number("share", {0, 1});
    scenario.demand.noShowCost = fromMinutes<Millis>(noShow.number("costs_minutes", {0, kDayMinutes}, 1.0));
}

void readService(formats::TableReader& service, Scenario& scenario)
{
    queue::ServiceDemand demand;
    demand.share = service.number("share", {1e-9, 1e9}, 1.0);
    demand.mean = fromMinutes<Millis>(service.number("mean_minutes", {1e-3, kDayMinutes}));
    demand.cv = service.number("cv", {0, 20}, 1.0);
    demand.exponential =
        service.choice("distribution", {{"log-normal", false}, {"exponential", true}}, false);
    if (demand.exponential && demand.cv != 1)
        service.refuse("cv", "of an exponential distribution is 1: leave it out");
    demand.walkUp = fromMinutes<Millis>(service.number("walk_up_minutes", {0, 60}, 0.0));
    const std::size_t place = scenario.rules.services.size();
    queue::ServiceRule rule;
    rule.id = service.text("id", "service-" + std::to_string(place + 1));
    rule.prefix = queue::prefixAt(place);
    rule.name = {rule.id, rule.id};
    rule.typical = std::max(Seconds{1}, std::chrono::round<Seconds>(demand.mean));
    scenario.rules.services.push_back(std::move(rule));
    scenario.demand.services.push_back(demand);
}

/// Stars are optional: without them, tiers have 0, 1, 2… from the last one up.
void readTier(formats::TableReader& tier, Scenario& scenario, std::vector<bool>& hasStars)
{
    queue::TierRule rule;
    hasStars.push_back(tier.has("stars"));
    rule.stars = tier.whole("stars", {0, kMostStars}, 0);
    rule.target = std::chrono::round<Seconds>(
        fromMinutes<Millis>(tier.number("target_minutes", {0.02, kDayMinutes}, 15.0)));
    rule.headStart = fromMinutes<Millis>(tier.number("head_start_minutes", {0, 1e6}, 0.0));
    rule.rate = tier.number("rate", {1e-6, 1e6}, 1.0);
    rule.weight = tier.number("weight", {1e-6, 1e6}, 1.0);
    queue::TierDemand demand;
    demand.name = tier.text("name", "tier " + std::to_string(hasStars.size()));
    demand.share = tier.number("share", {1e-9, 1e9}, 1.0);
    if (tier.has("mean_minutes"))
        demand.mean = fromMinutes<Millis>(tier.number("mean_minutes", {1e-3, kDayMinutes}));
    scenario.rules.tiers.push_back(rule);
    scenario.demand.tiers.push_back(std::move(demand));
}

void readTiers(formats::TableReader& file, Scenario& scenario)
{
    std::vector<bool> hasStars;
    file.eachOf("tier", [&](formats::TableReader& tier) { readTier(tier, scenario, hasStars); });
    if (std::ranges::any_of(hasStars, std::identity{}))
        return;
    std::vector<queue::TierRule>& tiers = scenario.rules.tiers;
    if (tiers.size() > kMostStars + 1)
        file.refuse("tier", "stands more than 8 times: there are stars for 8 tiers at most");
    for (std::size_t i = 0; i < tiers.size(); ++i)
        tiers[i].stars = static_cast<int>(tiers.size() - 1 - i);
}

void serveEverything(Scenario& scenario)
{
    for (queue::CounterRule& counter : scenario.rules.counters) {
        for (std::uint16_t i = 0; i < scenario.rules.services.size(); ++i)
            counter.services.push_back({i});
    }
}

Scenario readScenario(const toml::table& table, formats::Diagnostics& diagnostics)
{
    Scenario scenario;
    formats::TableReader file(table, "", diagnostics);
    scenario.rules.discipline = file.word("discipline", queue::Discipline::HeadStart);
    scenario.seed = static_cast<std::uint64_t>(file.whole("seed", {0, 2147483647}, 1));
    for (const char* needed : {"length", "arrivals", "counters", "service", "tier"}) {
        if (!file.has(needed))
            file.refuse(needed, "is missing; it must be given here");
    }
    file.section("length", [&](formats::TableReader& length) { readLength(length, scenario); });
    file.section("arrivals", [&](formats::TableReader& arrivals) { readArrivals(arrivals, scenario); });
    file.section("counters", [&](formats::TableReader& counters) { readCounters(counters, scenario); });
    readGuard(file, scenario);
    file.section("fairness", [&](formats::TableReader& fairness) {
        scenario.rules.mostPasses = static_cast<std::uint16_t>(readMostPasses(fairness).value_or(0));
    });
    file.section("no_show", [&](formats::TableReader& noShow) { readNoShow(noShow, scenario); });
    file.eachOf("service", [&](formats::TableReader& service) { readService(service, scenario); });
    readTiers(file, scenario);
    file.finish();
    if (!diagnostics.problems.empty())
        return scenario;
    serveEverything(scenario);
    diagnostics.problems = scenarioProblems(scenario, diagnostics);
    return scenario;
}

} // namespace

tl::expected<Scenario, formats::SettingProblems> parseScenario(std::string_view text, const std::string& file)
{
    formats::Diagnostics diagnostics{file, {}, {}};
    const auto table = formats::parseToml(text, file);
    if (!table)
        return tl::unexpected(formats::SettingProblems{table.error()});
    Scenario scenario = readScenario(*table, diagnostics);
    if (diagnostics.problems.empty())
        return scenario;
    std::ranges::stable_sort(diagnostics.problems, {}, &formats::SettingProblem::line);
    return tl::unexpected(diagnostics.problems);
}

tl::expected<Scenario, formats::SettingProblems> readScenario(const std::filesystem::path& file)
{
    const auto text = formats::readSettingsText(file);
    if (!text)
        return tl::unexpected(formats::SettingProblems{text.error()});
    return parseScenario(*text, file.string());
}

} // namespace starqueue::settings
