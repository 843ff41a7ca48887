#pragma once

#include <formats/toml/setting_problem.h>

#include <queue/demand/scenario.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace starqueue::settings {

/// Parses and validates a scenario of the simulator (TOML, see docs/scheduling-for-engineers.md); the error
/// has all problems. `file` is the name in them.
[[nodiscard]] tl::expected<queue::Scenario, formats::SettingProblems> parseScenario(std::string_view text,
                                                                                    const std::string& file);
[[nodiscard]] tl::expected<queue::Scenario, formats::SettingProblems>
readScenario(const std::filesystem::path& file);

} // namespace starqueue::settings
