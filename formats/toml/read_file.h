#pragma once

#include <files/posix_files.h>
#include <formats/toml/setting_problem.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::formats {

/// The text of a file of settings. The error names the file and what it is instead: a folder, empty, or one
/// that can't be read, and why.
[[nodiscard]] tl::expected<std::string, SettingProblem>
readSettingsText(const std::filesystem::path& file, files::Files& files = files::posix());

} // namespace starqueue::formats
