#pragma once

#include <formats/toml/setting_problem.h>

#include <tl/expected.hpp>
#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace starqueue::formats {

/// The whole table of a TOML text; `file` names it in the problem, which has the line of the first mistake.
[[nodiscard]] tl::expected<toml::table, SettingProblem> parseToml(std::string_view text,
                                                                  const std::string& file);

} // namespace starqueue::formats
