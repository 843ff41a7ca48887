#pragma once

#include <formats/toml/setting_problem.h>

#include <tl/expected.hpp>
#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace starqueue::formats {

/// Parses a TOML 1.0 text, in UTF-8. The error has the line of the first syntax error, or names the encoding
/// that the text is in instead, and calls the text `file`. Whether the settings in it are valid is up to
/// TableReader.
[[nodiscard]] tl::expected<toml::table, SettingProblem> parseToml(std::string_view text,
                                                                  const std::string& file);

} // namespace starqueue::formats
