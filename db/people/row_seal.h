#pragma once

#include <db/crypto/hashing.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace starqueue::db {

// A hash of all rows of some tables, kept beside them: what changes a row otherwise is found. Private to db/.
// These throw SQLite::Exception.

inline constexpr auto kSealTable = "CREATE TABLE row_seal (hash BLOB NOT NULL) STRICT";

/// `rows`: a SELECT of all of them, in an order of its own. In the transaction that changed them.
void sealRows(SQLite::Database& database, const char* rows);
enum class Seal { MayLack, WasMade };

/// True also where nothing was sealed yet, by a program from before the seal; not if one was made, as the
/// hall's holdings say.
[[nodiscard]] bool areRowsAsSealed(SQLite::Database& database, const char* rows, Seal seal);
/// In the transaction that is to change them, before it does: what was changed otherwise isn't sealed with
/// it.
void needRowsAsSealed(SQLite::Database& database, const char* rows);
/// The one that stands there; zeros: none.
[[nodiscard]] Hash128 sealIn(SQLite::Database& database);
/// Whether there is one.
[[nodiscard]] bool isSealed(SQLite::Database& database);

} // namespace starqueue::db
