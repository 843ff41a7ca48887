#pragma once

#include <db/chain/chain.h>

#include <optional>

namespace starqueue::db {

/// The one row in which a hall's database says who it is. Private to db/.
struct HallHead
{
    Hash128 life{};      ///< random; another after a restore
    Hash128 firstLife{}; ///< what the chain begins with
    Hash128 tokens{};    ///< of all rows of the token table
    Hash128 users{};     ///< of all rows of the user table
};

// These throw SQLite::Exception.

/// Empty: the database is from before the chain.
[[nodiscard]] std::optional<HallHead> headOf(SQLite::Database& hall);
/// Gives `hall` a life, and its last line the hash of all. In a transaction of the caller's.
void sealHall(SQLite::Database& hall);
/// Gives `hall`, which goes on from a copy, another life. In a transaction of the caller's.
void renewLife(SQLite::Database& hall);
/// After a change of tokens, in its transaction.
void sealTokens(SQLite::Database& hall);
/// False: somebody else changed them.
[[nodiscard]] bool areTokensAsSealed(SQLite::Database& hall);
/// Likewise for users.
void sealUsers(SQLite::Database& hall);
[[nodiscard]] bool areUsersAsSealed(SQLite::Database& hall);

} // namespace starqueue::db
