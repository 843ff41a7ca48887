#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// Where a backup's databases and settings lie: in itself, or in the base of a set of `backup --follow`.
[[nodiscard]] std::filesystem::path baseOf(const std::filesystem::path& backup);
/// Brings `copy`, of the base's journal, up to the end of the set; does nothing for another backup.
[[nodiscard]] tl::expected<void, std::string> addSegments(const std::filesystem::path& backup,
                                                          const std::filesystem::path& copy);

} // namespace starqueue::cli
