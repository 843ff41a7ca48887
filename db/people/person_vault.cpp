#include <db/people/person_vault.h>

#include <db/people/row_seal.h>
#include <db/sqlite/file_error.h>
#include <db/sqlite/key_file.h>
#include <db/sqlite/schema_check.h>
#include <db/sqlite/statement.h>
#include <files/posix_files.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace starqueue::db {

namespace {

constexpr std::array<Migration, 3> kVaultMigrations{R"sql(
    CREATE TABLE person_key (ref BLOB PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE identity (
        locator BLOB PRIMARY KEY,
        ref BLOB NOT NULL REFERENCES person_key ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identity_ref ON identity (ref);
)sql",
                                                    // 2: which lookup key the identities were hashed with.
                                                    "CREATE TABLE key_id (id BLOB NOT NULL) STRICT",
                                                    kSealTable};
constexpr auto kVaultRows =
    "SELECT ref, key, NULL FROM person_key UNION ALL SELECT locator, ref, 1 FROM identity "
    "UNION ALL SELECT id, NULL, NULL FROM key_id ORDER BY 1, 2, 3";

constexpr int kPatienceMs = 2000; // with a program that reads the keys

constexpr auto kWithoutKey = "without this key no customer can be looked up: bring it back";

constexpr auto kLookupKey = "lookup.key";

tl::expected<Key256, StorageError> madeKey(const std::filesystem::path& dir, files::Files& files)
{
    Key256 key{};
    fillRandom(key);
    return writeKey(dir, kLookupKey, key, kWithoutKey, files).map([&key] { return key; });
}

/// Of the hall in `dir`; `mayBeMade`: creates it, as nobody is hashed with an earlier key yet.
tl::expected<Key256, StorageError> lookupKey(const std::filesystem::path& dir, files::Files& files,
                                             bool mayBeMade)
{
    const auto key = readKey(dir, kLookupKey, kWithoutKey, files);
    if (!key)
        return tl::unexpected{key.error()};
    if (*key)
        return **key;
    if (mayBeMade)
        return madeKey(dir, files);
    return tl::unexpected{StorageError{StorageFault::Unreadable, keyFile(dir, kLookupKey, files).string() +
                                                                     " is missing; " + kWithoutKey}};
}

StorageError lostKeysSeal(const std::filesystem::path& file)
{
    return {StorageFault::Unreadable,
            file.string() +
                ": its rows have lost their seal, so that nobody knows who changed them; restore a backup"};
}

void bindBlob(SQLite::Statement& statement, int place, const auto& bytes)
{
    statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

Hash128 idOf(const Key256& key)
{
    return chainedHashOf({reinterpret_cast<const char*>(key.data()), key.size()}, {});
}

std::optional<PersonVault::Person> personIn(SQLite::Statement& row)
{
    PersonVault::Person person;
    if (!row.executeStep() || !blobAt(row, 0, person.ref) || !blobAt(row, 1, person.key))
        return std::nullopt;
    return person;
}

} // namespace

tl::expected<PersonVault, StorageError> PersonVault::open(const std::filesystem::path& dir,
                                                          const Holdings& held, files::Files& files)
{
    const auto keys = dir / "keys";
    if (const auto made = files.makeDirectory(keys); !made)
        return tl::unexpected{storageError(made.error(), "check that its parent belongs to this user")};
    auto database = openDatabase(keys / "persons.db", kVaultMigrations, files);
    if (!database)
        return tl::unexpected{std::move(database.error())};
    try {
        database->exec("PRAGMA secure_delete=ON");
        const bool isNew = database->execAndGet("SELECT count(*) FROM identity").getInt() == 0;
        if (!isSealed(*database)) {
            if (held.has(kPersonsSealHeld))
                return tl::unexpected{lostKeysSeal(keys / "persons.db")};
            sealRows(*database, kVaultRows);
        }
        return lookupKey(dir, files, isNew).map([&](const Key256& key) {
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

Hash128 PersonVault::keyId() const
{
    return idOf(m_lookupKey);
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

void PersonVault::needAsSealed()
{
    needRowsAsSealed(m_database, kVaultRows);
}

bool PersonVault::hasOwnSchema()
{
    return isSchemaOf(m_database, kVaultMigrations);
}

void PersonVault::seal()
{
    sealRows(m_database, kVaultRows);
}

std::string PersonVault::fault(const std::filesystem::path& keys)
{
    const auto file = keys / "persons.db";
    auto database = openReader(file);
    if (!database)
        return database.error().detail;
    try {
        if (!isSchemaOf(*database, kVaultMigrations))
            return file.string() + ": its tables aren't those that this program makes";
        const auto held = Holdings::of(keys.parent_path(), files::posix());
        if (!held)
            return held.error().detail;
        const Seal seal = held->has(kPersonsSealHeld) ? Seal::WasMade : Seal::MayLack;
        if (!areRowsAsSealed(*database, kVaultRows, seal))
            return file.string() + ": its rows aren't what this program wrote";
        SQLite::Statement id{*database, "SELECT id FROM key_id"};
        Hash128 known{};
        if (!id.executeStep() || !blobAt(id, 0, known))
            return {};
        const auto key = lookupKey(keys.parent_path(), files::posix(), false);
        if (!key)
            return key.error().detail;
        return known == idOf(*key) ? std::string{}
                                   : keyFile(keys.parent_path(), kLookupKey, files::posix()).string() +
                                         ": it isn't the key of " + file.string();
    } catch (const SQLite::Exception& error) {
        return file.string() + ": " + damageIn(error);
    }
}

bool PersonVault::remove(const queue::Bits128& ref)
{
    needAsSealed();
    SQLite::Statement gone{m_database, "DELETE FROM person_key WHERE ref = ?"};
    bindBlob(gone, 1, ref);
    const bool found = gone.exec() > 0;
    seal();
    return found;
}

bool PersonVault::cutLog()
{
    return emptyLog(m_database, kPatienceMs);
}

} // namespace starqueue::db
