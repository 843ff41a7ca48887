#pragma once

#include <db/sqlite/database.h>

#include <span>

namespace starqueue::db {

/// Whether the tables and indexes of `database` are those that `migrations`, as many as it says it has had,
/// make. Throws SQLite::Exception. Private to db/.
[[nodiscard]] bool isSchemaOf(SQLite::Database& database, std::span<const Migration> migrations);

} // namespace starqueue::db
