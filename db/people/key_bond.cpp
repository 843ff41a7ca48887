#include <db/people/key_bond.h>

#include <db/sqlite/statement.h>

namespace starqueue::db {

namespace {

std::optional<Hash128> keyIdIn(SQLite::Database& database)
{
    Hash128 id{};
    SQLite::Statement row{database, "SELECT id FROM key_id"};
    return row.executeStep() && blobAt(row, 0, id) ? std::optional{id} : std::nullopt;
}

void setKeyId(SQLite::Database& database, const Hash128& id)
{
    SQLite::Statement row{database, "INSERT INTO key_id (id) VALUES (?)"};
    row.bind(1, id.data(), static_cast<int>(id.size()));
    row.exec();
}

std::string otherKey(const SQLite::Database& database)
{
    return database.getFilename() + " was made with another keys/lookup.key: bring back those that belong "
                                    "together";
}

} // namespace

// The customers first: who dies in between leaves nothing that looks like a lost customers.db.
std::string bondKeys(SQLite::Database& customers, PersonVault& vault, const Holdings& held)
{
    const Hash128 id = vault.keyId();
    const auto ofCustomers = keyIdIn(customers);
    const auto ofKeys = keyIdIn(vault.database());
    if (ofCustomers.value_or(id) != id)
        return otherKey(customers);
    if (ofKeys.value_or(id) != id)
        return otherKey(vault.database());
    if (ofKeys && !ofCustomers)
        return customers.getFilename() +
               " was lost, for keys/ know one: bring it back from a backup, or, to begin with no customers, "
               "remove keys/ and make a hall of the rest: starqueue restore NEW-DIRECTORY --from its "
               "directory --accept-loss";
    if (!ofKeys && held.has(kPersonsSealHeld))
        return vault.database().getFilename() +
               " or all that was in it was lost: bring it back with the keys";
    if (!ofCustomers)
        setKeyId(customers, id);
    if (!ofKeys) {
        setKeyId(vault.database(), id);
        vault.seal();
    }
    return {};
}

} // namespace starqueue::db
