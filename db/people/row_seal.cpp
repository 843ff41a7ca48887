#include <db/people/row_seal.h>

#include <db/sqlite/statement.h>

#include <optional>

namespace starqueue::db {

namespace {

Hash128 hashOfRows(SQLite::Database& database, const char* rows)
{
    Hash128 hash{};
    SQLite::Statement all{database, rows};
    while (all.executeStep())
        for (int column = 0; column < all.getColumnCount(); ++column) {
            const auto cell = all.getColumn(column);
            hash = chainedHashOf(
                {static_cast<const char*>(cell.getBlob()), static_cast<std::size_t>(cell.getBytes())}, hash);
        }
    return hash;
}

} // namespace

void sealRows(SQLite::Database& database, const char* rows)
{
    const Hash128 hash = hashOfRows(database, rows);
    database.exec("DELETE FROM row_seal");
    SQLite::Statement seal{database, "INSERT INTO row_seal (hash) VALUES (?)"};
    seal.bind(1, hash.data(), static_cast<int>(hash.size()));
    seal.exec();
}

namespace {

bool areAsSealed(SQLite::Database& database, const char* rows, Seal seal)
{
    if (!isSealed(database))
        return seal == Seal::MayLack;
    SQLite::Statement written{database, "SELECT hash FROM row_seal"};
    Hash128 hash{};
    return written.executeStep() && blobAt(written, 0, hash) && !written.executeStep() &&
           hash == hashOfRows(database, rows);
}

} // namespace

bool areRowsAsSealed(SQLite::Database& database, const char* rows, Seal seal)
{
    const SQLite::Transaction reading{database};
    return areAsSealed(database, rows, seal);
}

void needRowsAsSealed(SQLite::Database& database, const char* rows)
{
    if (!areAsSealed(database, rows, Seal::MayLack))
        throw SQLite::Exception(
            database.getFilename() +
            ": its rows aren't what this program wrote, and nothing is changed; restore a backup");
}

Hash128 sealIn(SQLite::Database& database)
{
    Hash128 hash{};
    SQLite::Statement written{database, "SELECT hash FROM row_seal"};
    if (written.executeStep())
        (void)blobAt(written, 0, hash);
    return hash;
}

bool isSealed(SQLite::Database& database)
{
    return database.tableExists("row_seal") &&
           database.execAndGet("SELECT count(*) FROM row_seal").getInt() > 0;
}

} // namespace starqueue::db
