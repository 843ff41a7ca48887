#include <hall/settings/section_readers.h>

#include <queue/rules/rules_check.h>

namespace starqueue::settings {

namespace {

/// The position of `key` in the file; if it is missing, that of its table.
const formats::Findings::Place* placeOf(const formats::Findings& findings, const std::string& key)
{
    const auto exact = findings.places.find(key);
    if (exact != findings.places.end())
        return &exact->second;
    const std::size_t dot = key.rfind('.');
    return dot == std::string::npos ? nullptr : placeOf(findings, key.substr(0, dot));
}

} // namespace

formats::SettingProblems rulesProblems(const queue::Rules& rules, const formats::Findings& findings)
{
    formats::SettingProblems problems;
    for (const queue::RulesProblem& found : queue::checkRules(rules)) {
        const formats::Findings::Place* place = placeOf(findings, found.key);
        const bool exact = place && findings.places.contains(found.key);
        problems.push_back({findings.file, place ? place->line : 0, found.key,
                            exact ? place->value : std::string{}, found.detail});
    }
    return problems;
}

} // namespace starqueue::settings
