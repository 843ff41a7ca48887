#pragma once

#include <db/sqlite/storage_error.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>

namespace starqueue::db {

// Whole databases, page by page: the free ones too, and those that are still in the write-ahead log.

/// Whether the pages of a database have checksums, which are right then. None: it is from before them, and
/// nothing is known of its pages.
enum class Checksums { Right, None };

/// Copies a consistent snapshot of `from`, which others may be writing; verifies each page's checksum and
/// writes it anew. `to` must not exist. Returns what `from` has; the error names a damaged page.
[[nodiscard]] tl::expected<Checksums, StorageError> copyDatabase(const std::filesystem::path& from,
                                                                 const std::filesystem::path& to);

/// Reads every page of `file`, which others may be using; nothing of it comes to another disk.
[[nodiscard]] tl::expected<Checksums, StorageError> checkPages(const std::filesystem::path& file);

/// How long `file` is with what its log holds; 0: it can't be read.
[[nodiscard]] std::uintmax_t databaseBytes(const std::filesystem::path& file);

/// Removes the write-ahead log and its index, which whoever only reads a database leaves, if the log is empty
/// and nobody has the database open.
void removeEmptyLog(const std::filesystem::path& file);

/// Gives page checksums to a database that nobody has open and that has none: it is written anew beside and
/// renamed. Not durable.
[[nodiscard]] tl::expected<void, StorageError> addChecksums(const std::filesystem::path& file);

} // namespace starqueue::db
