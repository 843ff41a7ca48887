#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace starqueue::cli {

/// Copies a hall's databases and settings from `dir` into the new directory `target`, while a service may be
/// running. Keys and token files are left out: without the keys nobody in it can be identified, and a person
/// whose key is deleted is forgotten there too. Returns the files written; on failure `target` is removed.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string>
backUp(const std::filesystem::path& dir, const std::filesystem::path& target);

} // namespace starqueue::cli
