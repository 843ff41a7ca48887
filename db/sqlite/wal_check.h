#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string_view>

namespace starqueue::db {

/// What stands in a write-ahead log (SQLite's file format, section 4). Private to db/.
struct WalCheck
{
    std::uint64_t bytes = 0; ///< up to the end of the last whole transaction: what SQLite will read
    /// More than the last transaction can't be read, though whole ones of the same log follow: no power cut
    /// does that, for each transaction is durable before the next one begins.
    bool isDamaged = false;
};

[[nodiscard]] WalCheck checkWal(std::string_view log);

/// The last connection that is closed copies the log into the database and removes it. Kept, it stays as it
/// is.
void keepLogAtClose(SQLite::Database& database, bool isKept);

/// Makes what `database` reads durable, whoever's sync failed before. Throws SQLite::Exception.
void writeLogAgain(SQLite::Database& database);

/// Not even its end makes anything of the log from here on: a sync failed, and what the next one says isn't
/// true.
void leaveLog(SQLite::Database& database);

/// Cuts off what follows after `bytes` in the write-ahead log, durably: nothing that is read. Throws
/// SQLite::Exception. In a transaction of the caller's, so that nobody writes.
void cutLog(SQLite::Database& database, std::uint64_t bytes);

} // namespace starqueue::db
