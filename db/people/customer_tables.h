#pragma once

#include <db/people/customer_csv.h>
#include <db/people/customers.h>
#include <db/people/row_seal.h>
#include <db/sqlite/database.h>

#include <queue/schema/field.h>

#include <array>

namespace starqueue::db {

// The customers' database: its tables, and what a record consists of. Private to db/.

inline constexpr std::array<Migration, 4> kCustomerMigrations{
    R"sql(
    CREATE TABLE person (ref BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
)sql",
    // 2: of the lookup key.
    "CREATE TABLE key_id (id BLOB NOT NULL) STRICT",
    // 3: whoever was forgotten stays so, whatever copy of the keys is brought back.
    "CREATE TABLE forgotten (ref BLOB PRIMARY KEY) STRICT, WITHOUT ROWID",
    // 4
    kSealTable};
/// All that is sealed.
inline constexpr auto kCustomerRows =
    "SELECT ref, sealed, NULL FROM person UNION ALL SELECT ref, NULL, 1 FROM forgotten "
    "UNION ALL SELECT id, NULL, NULL FROM key_id ORDER BY 1, 2, 3";

/// The references that `select` gives. Throws SQLite::Exception.
[[nodiscard]] std::vector<queue::Bits128> refsIn(SQLite::Database& database, const char* select);
/// The references of those whose record has no key: nobody knows them any more. None is of somebody who is
/// being erased meanwhile. Throws SQLite::Exception.
[[nodiscard]] std::vector<queue::Bits128> recordsWithoutKey(SQLite::Database& records,
                                                            SQLite::Database& keys);

void describe(auto& a, queue::Of<NeedLabel> auto& label)
{
    a.field("name", label.name);
    a.field("firstNeed", label.firstNeed);
    a.field("secondNeed", label.secondNeed);
    a.field("note", label.note);
    a.field("icon", label.icon);
    a.field("expires", label.expires);
}

void describe(auto& a, queue::Of<CustomerRecord> auto& record)
{
    a.field("stars", record.stars);
    a.field("keyContact", record.keyContact);
    a.field("name", record.name);
    a.field("labels", record.labels);
}

} // namespace starqueue::db
