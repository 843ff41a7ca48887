#pragma once

#include <formats/toml/table_reader.h>

#include <queue/demand/scenario.h>

namespace starqueue::settings {

/// What is wrong with a scenario of which each value alone is right: with its rules (but for the promised
/// bound: it may try what a hall must not), or with an endless day whose line would grow for ever.
[[nodiscard]] formats::SettingProblems scenarioProblems(const queue::Scenario& scenario,
                                                        const formats::Findings& findings);

} // namespace starqueue::settings
