#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace starqueue::cli {

/// The hall's database in its data directory.
inline constexpr const char* kDatabase = "hall.db";
/// How far its journal had come, kept beside it.
inline constexpr const char* kAnchor = "chain.anchor";

/// Copies a consistent snapshot of a database that others may be writing (SQLite's online backup), durably.
/// `to` must not exist.
[[nodiscard]] tl::expected<void, std::string> copyDatabase(const std::filesystem::path& from,
                                                           const std::filesystem::path& to);

[[nodiscard]] tl::expected<bool, std::string> hasTable(const std::filesystem::path& file, const char* name);

/// The output of SQLite's integrity_check; empty: no fault.
[[nodiscard]] tl::expected<std::string, std::string> integrityFaults(const std::filesystem::path& file);

} // namespace starqueue::cli
