#pragma once

#include <db/people/person_vault.h>

#include <string>

namespace starqueue::db {

/// Has the customers' database and the key store name the lookup key, unless they do already, or have lost
/// it. What is wrong if they name another; empty: nothing. Throws SQLite::Exception. Private to db/.
[[nodiscard]] std::string bondKeys(SQLite::Database& customers, PersonVault& vault, const Holdings& held);

} // namespace starqueue::db
