#pragma once

#include <db/sqlite/hall_directory.h>
#include <db/sqlite/storage_error.h>
#include <files/files.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace starqueue::db {

// Opens the SQLite files of db/. Private to db/.

/// One migration step as SQL; its position in the list, from 1, is the version that it leads to.
using Migration = const char*;

/// Opens or creates `file` (owner only): WAL, synchronous=FULL, foreign keys, busy timeout 10 s. What is read
/// in it is durable then: a program that was killed, or whose sync failed, leaves a write-ahead log that is
/// in the page cache and maybe not on the disk, and that is written again before anything else is. Migrates
/// it to the newest version, each migration in a transaction of its own. A new one gets page checksums, one
/// from before them stays as it is. On a disk that is mounted read-only, one of the newest version is opened
/// for reading: each write to it finds the disk full.
[[nodiscard]] tl::expected<SQLite::Database, StorageError> openDatabase(const std::filesystem::path& file,
                                                                        std::span<const Migration> migrations,
                                                                        files::Files& files,
                                                                        Beside beside = Beside::Nobody);

/// Another connection, for reading, to a file that openDatabase() has opened.
[[nodiscard]] tl::expected<SQLite::Database, StorageError> openReader(const std::filesystem::path& file);

/// Writes the write-ahead log into the database and empties it. False: another program has been reading what
/// was before, for longer than `patienceMs`. Throws SQLite::Exception.
[[nodiscard]] bool emptyLog(SQLite::Database& database, int patienceMs);

/// Has an empty database, or what VACUUM makes of another, leave the room of the checksums in each page.
void reserveSums(SQLite::Database& database);

/// Whether it was opened from a disk that is mounted read-only, and stays so until it is opened anew.
[[nodiscard]] bool isReadOnly(const SQLite::Database& database);

/// Whether a page is not what was written to it, as its checksum tells.
[[nodiscard]] bool isPageDamage(const SQLite::Exception& error);
/// What `error`, which just came, says of the database; of a damaged page: which one.
[[nodiscard]] std::string damageIn(const SQLite::Exception& error);

/// The database whose page is damaged, if `error` just came of that.
[[nodiscard]] std::optional<std::string> damagedFile(const SQLite::Exception& error);

/// Describes `error`, which came from `database`: what happened to which file, and what to do.
[[nodiscard]] StorageError storageError(const SQLite::Exception& error, const SQLite::Database& database);

/// Whether the transaction that failed with `error` was certainly not written, for lack of disk space.
[[nodiscard]] bool isFull(const SQLite::Exception& error, const SQLite::Database& database);

/// Rolls the pending transaction back, if any. False: the connection is unusable.
[[nodiscard]] bool rollBack(SQLite::Database& database);

/// Runs `work`, which may throw SQLite::Exception, in a transaction of its own.
[[nodiscard]] tl::expected<void, StorageError> inTransaction(SQLite::Database& database,
                                                             const std::function<void()>& work);

} // namespace starqueue::db
