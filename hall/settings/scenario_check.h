#pragma once

#include <hall/settings/table_reader.h>

#include <queue/simulation/scenario.h>

namespace starqueue::settings {

/// What is wrong with a scenario of which each value alone is right: with its rules (but for the promised
/// bound: it may try what a hall must not), or with an endless day whose line would grow for ever.
[[nodiscard]] SettingProblems scenarioProblems(const queue::Scenario& scenario, const Findings& findings);

} // namespace starqueue::settings
