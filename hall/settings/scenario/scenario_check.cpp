#include <hall/settings/scenario/scenario_check.h>

#include <hall/settings/section_readers.h>

#include <queue/demand/load.h>

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace starqueue::settings {

namespace {

/// How many counters ever call customers of tiers that no counter is dedicated to, and the first such tier.
struct Undedicated
{
    std::size_t firstTier = 0;
    std::size_t counters = 0;
};

Undedicated undedicated(const queue::Rules& rules)
{
    Undedicated found;
    int stars = 0;
    for (const queue::CounterRule& counter : rules.counters) {
        const bool helps = !counter.dedicatedToStars || counter.helpOthersAfter || rules.guard;
        found.counters += helps ? 1 : 0;
        stars = helps ? stars : *counter.dedicatedToStars;
    }
    const auto first =
        std::ranges::find_if(rules.tiers, [&](const queue::TierRule& tier) { return tier.stars < stars; });
    if (stars > 0)
        found.firstTier = static_cast<std::size_t>(first - rules.tiers.begin());
    return found;
}

formats::SettingProblem overloaded(const formats::Diagnostics& diagnostics, double busy, std::size_t counters,
                                   const char* whom)
{
    const std::string key = "arrivals.per_minute";
    const auto place = diagnostics.places.find(key);
    std::ostringstream advice;
    advice << "would keep " << std::setprecision(3) << busy << " counters busy where " << counters << whom
           << ": the line of an endless day would grow for ever; give a lower rate, more counters, or "
              "`length.days`";
    const bool found = place != diagnostics.places.end();
    return {diagnostics.file, found ? place->second.line : 0, key, found ? place->second.value : "",
            advice.str()};
}

formats::SettingProblems loadProblems(const queue::Scenario& scenario,
                                      const formats::Diagnostics& diagnostics)
{
    const std::size_t all = scenario.rules.counters.size();
    const double busy = queue::busyCounters(scenario.demand);
    if (busy >= static_cast<double>(all))
        return {overloaded(diagnostics, busy, all, " serve")};
    const Undedicated others = undedicated(scenario.rules);
    const double busyWithOthers = queue::busyCounters(scenario.demand, others.firstTier);
    if (busyWithOthers >= static_cast<double>(others.counters))
        return {overloaded(diagnostics, busyWithOthers, others.counters,
                           " serve those whom none is dedicated to (`help_others_after_seconds = -1`)")};
    return {};
}

/// A scenario has one table for all counters: a problem of several counters is reported once.
formats::SettingProblems asInScenario(const formats::SettingProblems& ofRules,
                                      const formats::Diagnostics& diagnostics)
{
    formats::SettingProblems problems;
    for (formats::SettingProblem problem : ofRules) {
        const std::size_t end = problem.key.find("].");
        if (problem.key.starts_with("counter[") && end != std::string::npos) {
            problem.key = "counters." + problem.key.substr(end + 2);
            const auto place = diagnostics.places.find(problem.key);
            if (place != diagnostics.places.end()) {
                problem.line = place->second.line;
                problem.value = place->second.value;
            }
        }
        if (std::ranges::find(problems, problem) == problems.end())
            problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace

formats::SettingProblems scenarioProblems(const queue::Scenario& scenario,
                                          const formats::Diagnostics& diagnostics)
{
    formats::SettingProblems problems = asInScenario(rulesProblems(scenario.rules, diagnostics), diagnostics);
    std::erase_if(problems, [](const formats::SettingProblem& problem) {
        return problem.key == "fairness.bound_minutes";
    });
    if (problems.empty() && scenario.length.days == 0)
        return loadProblems(scenario, diagnostics);
    return problems;
}

} // namespace starqueue::settings
