#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// Copies a database as it stands at one moment while others go on writing it (SQLite's online backup),
/// durably. `to` must not be there.
[[nodiscard]] tl::expected<void, std::string> copyDatabase(const std::filesystem::path& from,
                                                           const std::filesystem::path& to);

/// What SQLite's integrity_check has against `file`; empty: nothing.
[[nodiscard]] tl::expected<std::string, std::string> integrityFaults(const std::filesystem::path& file);

} // namespace starqueue::cli
