#pragma once

#include <db/chain/holdings.h>
#include <db/crypto/hashing.h>
#include <db/people/customer_csv.h>
#include <db/sqlite/database.h>
#include <files/files.h>

#include <optional>

namespace starqueue::db {

/// The key store in `dir`/keys: each person's key, and the index from hashed identity to person. Private to
/// db/.
///
/// Without it the customers' database can't be decrypted, nor linked to a person. Methods throw
/// SQLite::Exception; one thread at a time.
class PersonVault
{
public:
    static tl::expected<PersonVault, StorageError> open(const std::filesystem::path& dir,
                                                        const Holdings& held, files::Files& files);

    struct Person
    {
        queue::Bits128 ref{};
        Key256 key{};
    };

    [[nodiscard]] std::optional<Person> find(IdentityKind kind, const std::string& normalizedValue);
    [[nodiscard]] std::optional<Person> find(const queue::Bits128& ref);
    /// Adds a person with that identity.
    Person add(IdentityKind kind, const std::string& normalizedValue);
    /// In a transaction of the caller's. False: unknown reference. Its key is gone from the files once
    /// cutLog() says so.
    bool remove(const queue::Bits128& ref);
    /// Writes the write-ahead log into the database and empties it. False: somebody reads what was before,
    /// for longer than 2 s.
    [[nodiscard]] bool cutLog();

    /// Names the lookup key without telling it.
    [[nodiscard]] Hash128 keyId() const;
    /// Seals the rows as they are now, in a transaction of the caller's.
    void seal();
    /// Before they are changed and sealed anew: what somebody else changed is not sealed. Throws
    /// SQLite::Exception.
    void needAsSealed();
    /// False: somebody dropped, changed or added a table, an index or a trigger.
    [[nodiscard]] bool hasOwnSchema();
    [[nodiscard]] SQLite::Database& database() { return m_database; }

    /// What is wrong with the key store in `keys`, which others may be using; empty: nothing.
    [[nodiscard]] static std::string fault(const std::filesystem::path& keys);

private:
    PersonVault(SQLite::Database database, const Key256& lookupKey);
    [[nodiscard]] Hash256 locator(IdentityKind kind, const std::string& value) const;

    SQLite::Database m_database;
    Key256 m_lookupKey;
};

} // namespace starqueue::db
