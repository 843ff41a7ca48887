#pragma once

#include <formats/toml/table_reader.h>

#include <queue/demand/scenario.h>

namespace starqueue::settings {

/// Validates a scenario as a whole, after its single values: its rules (except for the promised bound, which
/// a trial may break), and whether the line of an endless day would grow for ever.
[[nodiscard]] formats::SettingProblems scenarioProblems(const queue::Scenario& scenario,
                                                        const formats::Diagnostics& diagnostics);

} // namespace starqueue::settings
