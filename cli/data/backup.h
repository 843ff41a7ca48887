#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Copies a hall's databases and settings from `dir` into the new directory `target`, beside a running
/// service. Keys and token files stay out: without the keys nobody in it can be named, and a person who is
/// forgotten is forgotten there too. Says which files it wrote; on failure nothing of `target` is left.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
backUp(const std::filesystem::path& dir, const std::filesystem::path& target);

} // namespace starqueue::cli
