#pragma once

#include <db/sqlite/storage_error.h>
#include <files/files.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>

namespace starqueue::db {

/// Locks a hall's directory against a second service, while the lock exists. StorageFault::Locked names the
/// process that holds it.
[[nodiscard]] tl::expected<std::unique_ptr<files::FileLock>, StorageError>
lockDirectory(const std::filesystem::path& dir, files::Files& files);

} // namespace starqueue::db
