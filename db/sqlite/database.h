#pragma once

#include <db/sqlite/storage_error.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <tl/expected.hpp>

#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace starqueue::db {

// How db/ opens its SQLite files. Inside db/ only.

/// One step from a version of a file to the next, as SQL; its place in the list, from 1, is its version.
using Migration = const char*;

/// Opens or makes `file` (owner only): WAL, synchronous=FULL, foreign keys, 10 s patience with other writers.
/// Brings it to the newest version, each migration in a transaction of its own.
[[nodiscard]] tl::expected<SQLite::Database, StorageError>
openDatabase(const std::filesystem::path& file, std::span<const Migration> migrations);

/// Another connection to a file that openDatabase() has opened, for reading.
[[nodiscard]] tl::expected<SQLite::Database, StorageError> openReader(const std::filesystem::path& file);

/// `error`, which came from `database`, in words: what happened to which file, and what to do.
[[nodiscard]] StorageError storageError(const SQLite::Exception& error, const SQLite::Database& database);

/// Whether the transaction that `error` ended was kept from being written by a lack of space.
[[nodiscard]] bool isFull(const SQLite::Exception& error, const SQLite::Database& database);

/// The pending transaction, if any, is undone. False: the connection can't be used any more.
[[nodiscard]] bool rollBack(SQLite::Database& database);

/// Runs `work`, which may throw SQLite::Exception, in a transaction of its own.
[[nodiscard]] tl::expected<void, StorageError> inTransaction(SQLite::Database& database,
                                                             const std::function<void()>& work);

} // namespace starqueue::db
