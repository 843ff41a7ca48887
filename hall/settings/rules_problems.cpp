#include <hall/settings/section_readers.h>

#include <queue/rules/rules_check.h>

namespace starqueue::settings {

namespace {

/// The position of `key` in the file; if it is missing, that of its table.
const formats::Diagnostics::Place* placeOf(const formats::Diagnostics& diagnostics, const std::string& key)
{
    const auto exact = diagnostics.places.find(key);
    if (exact != diagnostics.places.end())
        return &exact->second;
    const std::size_t dot = key.rfind('.');
    return dot == std::string::npos ? nullptr : placeOf(diagnostics, key.substr(0, dot));
}

} // namespace

formats::SettingProblems rulesProblems(const queue::Rules& rules, const formats::Diagnostics& diagnostics)
{
    formats::SettingProblems problems;
    for (const queue::RulesProblem& found : queue::checkRules(rules)) {
        const formats::Diagnostics::Place* place = placeOf(diagnostics, found.key);
        const bool exact = place && diagnostics.places.contains(found.key);
        problems.push_back({diagnostics.file, place ? place->line : 0, diagnostics.named(found.key),
                            exact ? place->value : std::string{}, found.detail});
    }
    return problems;
}

} // namespace starqueue::settings
