#include <db/people/person_vault.h>

#include <db/sqlite/statement.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace starqueue::db {

namespace {

constexpr std::array<Migration, 1> kVaultMigrations{R"sql(
    CREATE TABLE person_key (ref BLOB PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE identity (
        locator BLOB PRIMARY KEY,
        ref BLOB NOT NULL REFERENCES person_key ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identity_ref ON identity (ref);
)sql"};

StorageError keyError(const std::filesystem::path& file, const std::string& what)
{
    return {StorageFault::Unreadable,
            file.string() + ": " + what + "; without this key no customer can be looked up: bring it back"};
}

/// Writes the file atomically: half a key must not be taken for the key.
bool writeWhole(const std::filesystem::path& file, const Key256& key)
{
    const auto fresh = file.string() + ".new";
    const int out = ::open(fresh.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (out < 0)
        return false;
    const bool written =
        ::write(out, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(out) == 0;
    return ::close(out) == 0 && written && ::rename(fresh.c_str(), file.c_str()) == 0;
}

tl::expected<Key256, StorageError> readKey(const std::filesystem::path& file, int in)
{
    Key256 key{};
    char more = 0;
    const ssize_t length = ::read(in, key.data(), key.size());
    const bool whole = length == static_cast<ssize_t>(key.size()) && ::read(in, &more, 1) == 0;
    ::close(in);
    if (!whole)
        return tl::unexpected{keyError(file, "it must hold exactly 32 bytes")};
    return key;
}

/// Reads the key in `file`; `mayBeMade`: creates it, as nobody is hashed with an earlier key yet.
tl::expected<Key256, StorageError> lookupKey(const std::filesystem::path& file, bool mayBeMade)
{
    const int in = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (in >= 0)
        return readKey(file, in);
    if (errno != ENOENT || !mayBeMade)
        return tl::unexpected{keyError(file, std::strerror(errno))};
    Key256 key{};
    fillRandom(key);
    if (!writeWhole(file, key))
        return tl::unexpected{keyError(file, std::string{"it can't be written: "} + std::strerror(errno))};
    return key;
}

void bindBlob(SQLite::Statement& statement, int place, const auto& bytes)
{
    statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

std::optional<PersonVault::Person> personIn(SQLite::Statement& row)
{
    PersonVault::Person person;
    if (!row.executeStep() || !blobAt(row, 0, person.ref) || !blobAt(row, 1, person.key))
        return std::nullopt;
    return person;
}

} // namespace

tl::expected<PersonVault, StorageError> PersonVault::open(const std::filesystem::path& dir)
{
    const auto keys = dir / "keys";
    std::error_code failed;
    std::filesystem::create_directory(keys, failed);
    std::filesystem::permissions(keys, std::filesystem::perms::owner_all, failed);
    auto database = openDatabase(keys / "persons.db", kVaultMigrations);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        database->exec("PRAGMA secure_delete=ON");
        const bool isNew = database->execAndGet("SELECT count(*) FROM identity").getInt() == 0;
        return lookupKey(keys / "lookup.key", isNew).map([&](const Key256& key) {
            return PersonVault{std::move(*database), key};
        });
    } catch (const SQLite::Exception& error) {
        return tl::unexpected{storageError(error, *database)};
    }
}

PersonVault::PersonVault(SQLite::Database database, const Key256& lookupKey)
    : m_database(std::move(database)), m_lookupKey(lookupKey)
{}

Hash256 PersonVault::locator(IdentityKind kind, const std::string& value) const
{
    return keyedHashOf(std::to_string(static_cast<int>(kind)) + ":" + value, m_lookupKey);
}

std::optional<PersonVault::Person> PersonVault::find(IdentityKind kind, const std::string& normalizedValue)
{
    SQLite::Statement row{m_database,
                          "SELECT ref, key FROM identity JOIN person_key USING (ref) WHERE locator = ?"};
    bindBlob(row, 1, locator(kind, normalizedValue));
    return personIn(row);
}

std::optional<PersonVault::Person> PersonVault::find(const queue::Bits128& ref)
{
    SQLite::Statement row{m_database, "SELECT ref, key FROM person_key WHERE ref = ?"};
    bindBlob(row, 1, ref);
    return personIn(row);
}

PersonVault::Person PersonVault::add(IdentityKind kind, const std::string& normalizedValue)
{
    Person person;
    fillRandom(person.ref);
    fillRandom(person.key);
    SQLite::Statement key{m_database, "INSERT INTO person_key (ref, key) VALUES (?, ?)"};
    bindBlob(key, 1, person.ref);
    bindBlob(key, 2, person.key);
    key.exec();
    SQLite::Statement identity{m_database, "INSERT INTO identity (locator, ref) VALUES (?, ?)"};
    bindBlob(identity, 1, locator(kind, normalizedValue));
    bindBlob(identity, 2, person.ref);
    identity.exec();
    return person;
}

// The write-ahead log still holds the deleted key: truncate it at once.
bool PersonVault::forget(const queue::Bits128& ref)
{
    SQLite::Statement gone{m_database, "DELETE FROM person_key WHERE ref = ?"};
    bindBlob(gone, 1, ref);
    const bool found = gone.exec() > 0;
    m_database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return found;
}

} // namespace starqueue::db
