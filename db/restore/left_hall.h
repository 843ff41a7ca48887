#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <filesystem>

namespace starqueue::db {

/// Whether `dir` is a hall itself, and neither a backup nor a set of `backup --follow`.
[[nodiscard]] bool isHallItself(const std::filesystem::path& dir);

/// Copies what is left of the hall in `dir`, which no service may be running in, into the directory `to`: its
/// databases as far as they can be read, settings, keys, tokens and users' first passwords. What a damaged
/// write-ahead log has after the damage is left out.
[[nodiscard]] tl::expected<void, StorageError> copyLeftHall(const std::filesystem::path& dir,
                                                            const std::filesystem::path& to);

} // namespace starqueue::db
